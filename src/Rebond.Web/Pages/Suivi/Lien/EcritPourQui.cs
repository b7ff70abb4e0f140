using Rebond.Coeur.Suivi.MonSuivi;

namespace Rebond.Web.Pages.Suivi.Lien;

/// <summary>What is written about a person, and who reads it.</summary>
/// <param name="Enfant">First name of the child, for a guardian; null when the person reads it himself.</param>
public sealed record EcritPourQui(SuiviEcrit Ecrit, string? Enfant)
{
    public string Selon(string soiMeme, string parent) => Enfant is null ? soiMeme : parent;
}
