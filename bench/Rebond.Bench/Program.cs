using System.Globalization;
using Rebond.Bench;

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
    default:
        Console.Error.WriteLine("Usage : dotnet run -c Release --project bench/Rebond.Bench -- decisions | session | echelle [PLAFOND]");
        return 2;
}
