namespace Rebond.Tests.Commun.Inscription;

/// <summary>The desk's day, which a test moves.</summary>
public sealed class HorlogeDuGuichet(DateTime maintenant) : TimeProvider
{
    public DateTime Maintenant { get; set; } = maintenant;

    public override DateTimeOffset GetUtcNow() => new(DateTime.SpecifyKind(Maintenant, DateTimeKind.Utc));
}
