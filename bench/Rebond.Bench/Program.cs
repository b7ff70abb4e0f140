using System.Globalization;
using Rebond.Bench;

CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
switch (args.FirstOrDefault())
{
    case "decisions":
        BancDecisions.Executer();
        return 0;
    case "session":
        await BancSession.ExecuterAsync();
        return 0;
    case "echelle":
        await BancEchelle.ExecuterAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : int.MaxValue);
        return 0;
    case "affectation":
        BancAffectation.Executer();
        return 0;
    case "releves":
        await BancReleves.ExecuterAsync();
        return 0;
    case "pages":
        await BancPages.ExecuterAsync();
        return 0;
    case "inscription":
        await BancInscription.ExecuterAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 2_000);
        return 0;
    default:
        Console.Error.WriteLine("Usage : dotnet run -c Release --project bench/Rebond.Bench -- decisions | session | echelle [PLAFOND] | affectation | releves | pages | inscription [CANDIDATS] (bench/README.md)");
        return 2;
}
