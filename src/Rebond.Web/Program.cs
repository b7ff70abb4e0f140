using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.FileProviders;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Web.Documents;
using Rebond.Web.Socle;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddBaseRebond(builder.Configuration["Rebond:Base"] ?? "donnees/rebond.db");
builder.Services.AddDataProtection().PersistKeysToDbContext<BaseRebond>().SetApplicationName("Rebond");
builder.Services.AddIdentity<Utilisateur, IdentityRole<Guid>>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
    .AddEntityFrameworkStores<BaseRebond>().AddDefaultTokenProviders();
builder.Services.AddAuthorization(Acces.Declarer);
builder.Services.AddRazorPages(o => Acces.Declarer(o.Conventions));
builder.Services.AddDocuments();
builder.Services.AddRouting(o => o.LowercaseUrls = true);

var app = builder.Build();
await using (var portee = app.Services.CreateAsyncScope())
    await portee.ServiceProvider.GetRequiredService<BaseRebond>().PreparerAsync(CancellationToken.None);

app.MapStaticAssets().AllowAnonymous();
// The design system is restored at build into wwwroot/dsfr, outside the static-asset manifest (see the csproj).
app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.Combine(app.Environment.ContentRootPath, "wwwroot", "dsfr")), RequestPath = "/dsfr" });
app.UseAuthentication();
app.UseAuthorization();
app.MapRazorPages();
await app.RunAsync();

/// <summary>Public for the in-process host of the tests.</summary>
public partial class Program;
