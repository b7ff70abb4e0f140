using System.Runtime.CompilerServices;

namespace Rebond.Tests.Commun;

internal static class SansSurveillance
{
    /// <summary>Dozens of sites start in one test process: none watches its settings files, the system counts the watchers of a user.</summary>
    [ModuleInitializer]
    internal static void Regler() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
