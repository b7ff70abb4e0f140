using System.Globalization;
using System.Text;
using Rebond.Cli;
using Rebond.Cli.Socle;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await LigneDeCommande.ExecuterAsync(Commandes.Racine(), args);
