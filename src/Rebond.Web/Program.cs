using Rebond.Coeur.Socle.Donnees;
using Rebond.Web.Socle;

var builder = WebApplication.CreateBuilder(args);
builder.AddRebondWeb();

var app = builder.Build();
await using (var portee = app.Services.CreateAsyncScope())
    await portee.ServiceProvider.GetRequiredService<BaseRebond>().PreparerAsync(CancellationToken.None);
app.UseRebondWeb();
await app.RunAsync();

/// <summary>Public for the in-process host of the tests.</summary>
public partial class Program;
