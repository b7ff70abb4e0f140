namespace Rebond.Coeur.Socle.Depots;

/// <param name="Dossier">Outside wwwroot; only the account of the site reads it (Rebond:Depots).</param>
/// <param name="TailleMax">Bytes of one file (Rebond:DepotTailleMax).</param>
/// <param name="Clamd">"tcp://127.0.0.1:3310" or "/run/clamav/clamd.ctl" (Rebond:Clamd); null: files are NON_ANALYSE.</param>
public sealed record ReglagesDepots(string Dossier = "donnees/depots", long TailleMax = 10 * 1_048_576, string? Clamd = null);
