# Shared by ./rebond and ./test: what the machine must have, installed from Debian when it is missing. Sourced, never run.
# Everything said here goes to stderr: stdout belongs to the command the user asked for.

dire() { printf '%s\n' "$*" >&2; }

# The daemons of a build outlive it: they must keep neither the caller's pipes nor the lock (file descriptor 9).
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

exiger_dotnet() {
  if ! command -v dotnet >/dev/null && [ -x "${DOTNET_ROOT:-$HOME/.dotnet}/dotnet" ]; then
    export DOTNET_ROOT="${DOTNET_ROOT:-$HOME/.dotnet}" && PATH="$DOTNET_ROOT:$PATH"
  fi
  command -v dotnet >/dev/null && return
  dire "Le SDK .NET 10 est introuvable. Installez-le (https://dotnet.microsoft.com/download/dotnet/10.0), puis relancez."
  exit 3
}

# Package names as one may paste them in a shell: « ^libicu[0-9]+$ » is a pattern.
pour_copier() {
  local nom
  for nom; do case $nom in *[!a-z0-9.+-]*) printf " '%s'" "$nom" ;; *) printf ' %s' "$nom" ;; esac; done
}

# $1 = what for; the rest = Debian packages. 0 when they are installed at the end.
installer_debian() {
  local usage=$1 sudo= ; shift
  if ! command -v apt-get >/dev/null; then dire "Il manque $* ($usage) et apt-get n'existe pas ici : installez-les vous-même."; return 1; fi
  if [ "$(id -u)" != 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo=sudo
    else dire "Il manque $* ($usage). Faites-les installer : sudo apt-get install$(pour_copier "$@")"; return 1; fi
  fi
  dire "Installation de paquets Debian ($usage) : apt-get install $*"
  {
    [ -n "$(find /var/lib/apt/lists -name '*_Packages*' -mtime -2 -print -quit 2>/dev/null)" ] || $sudo apt-get update -q
    DEBIAN_FRONTEND=noninteractive $sudo apt-get -o DPkg::Lock::Timeout=300 install -y -q --no-install-recommends "$@" ||
      { $sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $sudo apt-get -o DPkg::Lock::Timeout=300 install -y -q --no-install-recommends "$@"; }
  } >>"$racine/donnees/installation.log" 2>&1 </dev/null 9>&- && return
  dire "L'installation de $* a échoué : voir donnees/installation.log."
  return 1
}

# Every sentence is French and every time is of Paris: without ICU and the time zones the programs do not start.
preparer_systeme() {
  local manque=()
  compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null || compgen -G '/usr/lib*/libicuuc.so.*' >/dev/null || manque+=('^libicu[0-9]+$')
  [ -e /usr/share/zoneinfo/Europe/Paris ] || manque+=(tzdata)
  [ ${#manque[@]} = 0 ] || installer_debian "langue et fuseau horaire" "${manque[@]}"
}

preparer_npm() {
  local manque=()
  command -v node >/dev/null || manque+=(nodejs)
  command -v npm >/dev/null || manque+=(npm)
  [ ${#manque[@]} = 0 ] || installer_debian "système de design, restauré par npm" "${manque[@]}"
}

# What nothing starts without, all said at once: who may not install reads one list, and not the failure of a build.
exiger_systeme() {
  local manque=
  preparer_systeme || manque=1
  if [ "${1-}" = --dsfr ] && ! dsfr_present; then preparer_npm || manque=1; fi
  [ -z "$manque" ] || { dire "Rebond ne peut pas démarrer sans cela. Relancez ensuite la même commande."; exit 3; }
}

dsfr_present() { [ -e "$racine/src/Rebond.Web/node_modules/@gouvfr/dsfr/dist/dsfr.min.css" ]; }

# The design system; the build restores it too, this only does it earlier or beside something else.
restaurer_dsfr() {
  dsfr_present && return
  preparer_npm || return
  dire "Restauration du système de design (npm ci)…"
  (cd "$racine/src/Rebond.Web" && npm ci --no-audit --no-fund --loglevel=error) >>"$racine/donnees/installation.log" 2>&1 </dev/null 9>&- && return
  dire "npm ci a échoué : voir donnees/installation.log."
  return 1
}

chromium_present() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }
polices_presentes() { [ -d /usr/share/fonts/truetype/dejavu ] && [ -d /usr/share/fonts/truetype/liberation ]; }

preparer_pdf() {
  local manque=()
  chromium_present || manque+=(chromium)
  [ -d /usr/share/fonts/truetype/dejavu ] || manque+=(fonts-dejavu)
  [ -d /usr/share/fonts/truetype/liberation ] || manque+=(fonts-liberation)
  [ ${#manque[@]} = 0 ] || installer_debian "documents PDF" "${manque[@]}"
}
