//! Whose name a credit is.

use crate::text;

/// The world's news agencies and press release wires: each line the names and initials of one, in its folded form.
/// Initials count as written in capitals only. The table helps where a name alone, without a word that says what
/// it is, would not do; who is not in it is still credited by a byline or by "first published in".
const AGENCIES: &str = "\
associated press|ap
reuters|thomson reuters
agence france presse|afp
pa media|press association|pa
deutsche presse agentur|dpa
agencia efe|efe
ansa
asian news international|ani
press trust of india|pti
indo asian news service|ians
xinhua
tass|itar tass
ria novosti
interfax
kyodo
jiji press|jiji
yonhap
australian associated press|aap
canadian press|cp
bloomberg
united press international|upi
anadolu|anadolu agency|aa
antara
bernama
belga
algemeen nederlands persbureau|anp
ntb
ritzau
lusa
ukrinform
associated press of pakistan
new zealand press association|nzpa
south west news service|swns
inter press service|ips
pr newswire|prnewswire
business wire|businesswire
globenewswire
";

/// No name in the table has more words.
const LONGEST: usize = 4;

/// What may follow a name without making it another's.
const ENDINGS: &str = "agency com international media news newspaper online staff website wire";
/// Those that name nobody.
const NOBODY: &str = "agencies staff reporter reporters correspondent newsroom editor editors wire wires";

/// By what the name of an outlet, agency or writer is compared with a [credit](super::Credit): its words, folded and
/// joined by spaces, without "the" before it and what may follow; an agency has the same key however it is named.
/// `None` for what names nobody ("Staff Reporter").
///
/// ```
/// use crosscheck::reuse::credit_key;
///
/// assert_eq!(credit_key("The Associated Press"), credit_key("AP"));
/// assert_eq!(credit_key("The Skylark Online").as_deref(), Some("skylark"));
/// ```
#[must_use]
pub fn credit_key(name: &str) -> Option<String> {
    let mut words = words(name);
    if let Some(agency) = agency(name, &words) {
        return Some(agency.to_owned());
    }
    while words.len() > 1 && words.last().is_some_and(|last| listed(ENDINGS, last)) {
        words.pop();
        if let Some(agency) = agency(name, &words) {
            return Some(agency.to_owned());
        }
    }
    let nobody = words.iter().all(|word| listed(NOBODY, word) || listed(ENDINGS, word));
    (!nobody).then(|| words.join(" "))
}

/// Whether `name` is that of an agency in the table, or its initials.
pub(super) fn is_agency(name: &str) -> bool {
    agency(name, &words(name)).is_some()
}

/// Whether `name` is that of an agency, or ends as an outlet's does ("Skylark News").
pub(super) fn is_outlet(name: &str) -> bool {
    let words = words(name);
    let ends = words.len() > 1 && words.last().is_some_and(|last| listed(ENDINGS, last));
    ends || agency(name, &words).is_some()
}

fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = text::words(name).map(|word| word.folded.into_owned()).collect();
    if words.len() > 1 && words.first().is_some_and(|first| first == "the") {
        words.remove(0);
    }
    words
}

/// The first of the names of the agency that `words` name, as `name` has them written.
fn agency(name: &str, words: &[String]) -> Option<&'static str> {
    if words.len() > LONGEST {
        return None;
    }
    let initials = words.len() == 1 && words.first().is_some_and(|word| word.len() <= 3);
    let written = ["the ", "The "].iter().find_map(|the| name.strip_prefix(the)).unwrap_or(name);
    if initials && written.split(' ').next().is_some_and(|word| word.contains(char::is_lowercase)) {
        return None;
    }
    let is_it = |alias: &&str| alias.split(' ').eq(words.iter());
    let line = AGENCIES.lines().find(|line| line.split('|').any(|alias| is_it(&alias)))?;
    line.split('|').next()
}

fn listed(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_are_one() {
        for (one, other) in [
            ("AP", "The Associated Press"),
            ("the AP", "AP"),
            ("Reuters Staff", "Reuters"),
            ("PA", "PA Media"),
            ("Press Association", "PA news agency"),
            ("Agence France-Presse", "AFP"),
            ("The Guardian", "Guardian"),
            ("Sky News", "Sky"),
            ("Xinhua News Agency", "XINHUA"),
            ("The Conversation", "the conversation"),
        ] {
            assert_eq!(credit_key(one), credit_key(other), "{one}, {other}");
            assert!(credit_key(one).is_some(), "{one}");
        }
    }

    #[test]
    fn names_of_two_are_two() {
        for (one, other) in [
            ("AP", "AFP"),
            ("The Daily Telegraph", "The Sunday Telegraph"),
            ("Associated Press of Pakistan", "Associated Press"),
            ("Ap", "AP"),
            ("The Ap", "AP"),
            ("New York Times", "The Times"),
        ] {
            assert_ne!(credit_key(one), credit_key(other), "{one}, {other}");
        }
    }

    #[test]
    fn no_name_is_longer() {
        let names = || AGENCIES.lines().flat_map(|line| line.split('|'));
        assert_eq!(names().map(|name| name.split(' ').count()).max(), Some(LONGEST));
    }

    #[test]
    fn some_name_nobody() {
        for name in ["Agencies", "Staff Reporter", "Correspondent", "", "—", "News Agency"] {
            assert_eq!(credit_key(name), None, "{name}");
        }
    }
}
