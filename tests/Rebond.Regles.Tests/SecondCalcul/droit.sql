-- Second formulation of the law of results, written from the texts (code de l'éducation D337-69 to D337-86, D334-8 to D334-13, décrets
-- of the sessions named below) and not from Rebond.Regles. Integers only: marks in hundredths, coefficients in halves of a point.
-- Table note has one row per unit of the règlement: etat N noted, C kept, A absent, J absent justified, D exempted, M missing;
-- "oral" is the mark of the control exam (from 2022) or of the second group, "remplacement" the mark of September.
with
-- September 2020 is for those who did not reach 10 in July.
juillet as (
  select n.candidat as id, sum(case when n.etat in ('N', 'C') then u.coef * n.valeur else 0 end) + k.points_facultatifs < 1000 * sum(case when n.etat = 'D' then 0 else u.coef end) as sous_10
  from note n join candidat k on k.id = n.candidat join unite u on u.reglement = k.reglement and u.code = n.unite
  where k.septembre = 1 group by n.candidat
),
unites as (
  select k.id, k.annee, k.pro, n.rang, u.coef, u.au_dessus_de_10, u.pratique, u.professionnel, u.quatre,
    -- September: a new mark replaces the old one, never the better of both.
    -- GT: the replacement session is for terminal épreuves (D334-19); an anticipated one missed with good reason is still awaited.
    case when j.sous_10 = 1 and n.remplacement is not null then 'N' when u.anticipee = 1 and n.etat = 'J' then 'M' else n.etat end as etat,
    case when j.sous_10 = 1 and n.remplacement is not null then n.remplacement
         when n.etat in ('N', 'C') then n.valeur else 0 end as valeur,
    n.oral
  from note n join candidat k on k.id = n.candidat join unite u on u.reglement = k.reglement and u.code = n.unite
  left join juillet j on j.id = k.id
),
-- Session 2021 (décret 2021-727, art. 3): education ministry only: among français, histoire-géographie, PSE and éco-droit or éco-gestion the two best marks stand,
-- each of the other two is worth the mean of the two best weighted by their coefficients; ties are read in the candidate's favour.
quatre as (
  select u.id, sum(u.coef) as coefs, sum(u.coef * u.valeur) as points
  from unites u join candidat k on k.id = u.id
  where k.pro = 1 and k.agricole = 0 and k.annee = 2021 and k.colonne in ('A', 'B') and u.quatre = 1 and u.etat in ('N', 'C')
  group by u.id having count(*) = 4
),
paire as (
  select id, points, coefs from (
    select a.id, a.coef * a.valeur + b.coef * b.valeur as points, a.coef + b.coef as coefs,
      row_number() over (partition by a.id order by a.valeur + b.valeur desc, (a.coef * a.valeur + b.coef * b.valeur) * 2520 / (a.coef + b.coef) desc) as place
    from unites a join unites b on b.id = a.id and b.rang > a.rang join quatre q on q.id = a.id
    where a.quatre = 1 and b.quatre = 1)
  where place = 1
),
sommes as (
  select id,
    sum(case when etat = 'D' or au_dessus_de_10 = 1 then 0 else coef end) as c,
    sum(case when etat not in ('N', 'C') then 0 when au_dessus_de_10 = 1 then coef * max(valeur - 1000, 0) else coef * valeur end) as p,
    sum(case when etat <> 'D' and pratique = 1 then coef else 0 end) as c21,
    sum(case when pratique = 1 then coef * valeur else 0 end) as p21,
    sum(case when etat <> 'D' and professionnel = 1 then coef else 0 end) as c22,
    sum(case when professionnel = 1 then coef * valeur else 0 end) as p22,
    sum(case when etat <> 'D' and oral > valeur then coef * (oral - valeur) else 0 end) as gain,
    max(oral is not null) as oraux,
    max(etat = 'M') as manque, max(etat = 'A') as absent, max(etat = 'J') as justifie, max(etat = 'C') as conserve
  from unites group by id
),
moyennes as (
  select k.*, s.manque, s.absent, s.justifie, s.conserve, s.oraux,
    case when q.id is null then 1 else x.coefs end as echelle,
    case when q.id is null then s.p else (s.p - q.points) * x.coefs + q.coefs * x.points end
      + (k.points_facultatifs + k.points_chef_d_oeuvre) * case when q.id is null then 1 else x.coefs end as p,
    s.c * case when q.id is null then 1 else x.coefs end as c,
    s.gain,
    case when k.annee <= 2021 then s.c21 else s.c22 end as cp,
    case when k.annee <= 2021 then s.p21 else s.p22 end as pp
  from candidat k join sommes s on s.id = k.id left join quatre q on q.id = k.id left join paire x on x.id = k.id
),
-- Ministry of agriculture from 2020: any third decimal pushes to the next hundredth, and thresholds, that of the professional mean too, are read on that value.
lues as (
  select *, case when agricole = 1 and annee >= 2020 then (p + c - 1) / c else p end as valeur, case when agricole = 1 and annee >= 2020 then 1 else c end as sur, agricole = 1 and annee >= 2020 as arrondie
  from moyennes
),
-- Weeks in a company (D337-65; arrêté of 3 June 2020, décrets 2021-161 and 2022-672), or months of activity (D337-70): the least below which nothing is issued.
durees as (
  select *, case
    when pfmp_statut = 'S' and pfmp_cursus = 1 and annee between 2020 and 2022 then 5
    when pfmp_statut = 'S' and pfmp_cursus = 2 and annee in (2021, 2022) then 8
    when pfmp_statut = 'S' then 10
    when pfmp_statut = 'F' and annee = 2020 then min(4, coalesce(pfmp_exigees, 4))
    when pfmp_statut = 'F' and annee in (2021, 2022) then min(coalesce(pfmp_exigees, 4), max(4, coalesce(pfmp_exigees, 4) - 4))
    when pfmp_statut = 'I' and annee = 2020 then 0
    when pfmp_statut = 'I' and annee in (2021, 2022) then 36 - 6
    when pfmp_statut = 'I' then 36
    else 0 end as pfmp_minimum
  from lues
),
premier as (
  select *,
    case
      when manque = 1 then 'EN_ATTENTE'
      when pro = 1 and (absent = 1 or pfmp_valide = 0 or pfmp_fait < pfmp_minimum) then 'NON_DELIVRABLE'
      when pro = 0 and justifie = 1 then 'REMPLACEMENT'
      when valeur >= 1000 * sur then 'ADMIS'
      when valeur >= 800 * sur and pro = 0 then 'SECOND_GROUPE'
      when valeur >= 800 * sur and (cp = 0 or case when arrondie then (pp + cp - 1) / cp >= 1000 else pp >= 1000 * cp end) and septembre = 0 then 'CONTROLE'
      -- No second replacement after September.
      when justifie = 1 and septembre = 0 then 'REMPLACEMENT'
      else 'AJOURNE'
    end as groupe1
  from durees
),
second as (
  select *,
    case
      -- Before 2022: two interrogations out of 10, and the half-sum of their total and of the general mean.
      when groupe1 = 'CONTROLE' and annee <= 2021 and interrogations is not null then
        case when p + interrogations * c >= case when arrondie then 1998 * c + 1 else 2000 * c end then 'ADMIS' when justifie = 1 then 'REMPLACEMENT' else 'AJOURNE' end
      -- From 2022, and in GT: the better of the two marks of each unit, usual coefficients.
      when groupe1 in ('CONTROLE', 'SECOND_GROUPE') and oraux = 1 then
        case when p + gain * echelle >= case when arrondie then 999 * c + 1 else 1000 * c end then 'ADMIS' when justifie = 1 then 'REMPLACEMENT' else 'AJOURNE' end
      else groupe1
    end as groupe2
  from premier
)
select id,
  case when groupe2 = 'AJOURNE' and livret = 0 then 'EN_ATTENTE' else groupe2 end as decision,
  case
    when groupe1 <> 'ADMIS' then ''
    when pro = 0 and conserve = 1 then ''
    when valeur >= 1800 * sur and (pro = 0 or annee >= 2024) then 'TB_FELICITATIONS'
    when valeur >= 1600 * sur then 'TB'
    when valeur >= 1400 * sur then 'B'
    when valeur >= 1200 * sur then 'AB'
    else ''
  end as mention
from second order by id
