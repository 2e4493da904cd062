//! Numbers written in digits: separators of thousands and decimals, fraction signs.

/// A number as digits show it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Digits {
    pub(super) value: f64,
    /// The place of the last digit shown: 1 for "214", 0.1 for "2.4".
    pub(super) place: f64,
    /// Whether it is nothing but digits.
    pub(super) plain: bool,
}

/// Reads a number token. English usage is meant where a separator could be either ("1.000" is one,
/// "1,000" a thousand); "1.000,50", "1.000.000" and "2,5" can only be continental, "1,00,000" only Indian.
pub(super) fn read(token: &str) -> Option<Digits> {
    if let Some(value) = fraction_sign(token) {
        return Some(Digits { value, place: value, plain: false });
    }
    let dots = token.matches('.').count();
    let commas = token.matches(',').count();
    match (dots, commas) {
        (0, 0) => whole(token),
        (1, 0) => decimal(token, '.', ','),
        (0, 1) if !grouped(token, ',') => decimal(token, ',', '.'),
        (0, _) if grouped(token, ',') => whole(&token.replace(',', "")),
        (_, 0) if dots > 1 && grouped(token, '.') => whole(&token.replace('.', "")),
        (1, _) if token.rfind('.') > token.rfind(',') => decimal(token, '.', ','),
        (_, 1) if token.rfind(',') > token.rfind('.') => decimal(token, ',', '.'),
        _ => None,
    }
    .map(|digits| Digits { plain: dots + commas == 0, ..digits })
}

/// The value of `½` and its like.
pub(super) fn fraction_sign(token: &str) -> Option<f64> {
    let (upper, lower) = match token {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    };
    Some(f64::from(upper) / f64::from(lower))
}

fn whole(digits: &str) -> Option<Digits> {
    let value = digits.parse::<f64>().ok().filter(|value| value.is_finite())?;
    Some(Digits { value, place: 1.0, plain: false })
}

fn decimal(token: &str, point: char, group: char) -> Option<Digits> {
    let (before, after) = token.split_once(point)?;
    if before.contains(group) && !grouped(before, group) {
        return None;
    }
    let value = format!("{}.{after}", before.replace(group, "")).parse::<f64>().ok()?;
    let shown = i32::try_from(after.len()).ok()?;
    value.is_finite().then(|| Digits { value, place: 10f64.powi(-shown), plain: false })
}

/// Whether `separator` parts thousands: one to three digits, then threes; twos before the last three
/// in Indian usage. "0,500" is not grouped.
fn grouped(token: &str, separator: char) -> bool {
    let groups: Vec<&str> = token.split(separator).collect();
    let Some((last, rest)) = groups.split_last() else { return false };
    let Some((first, middle)) = rest.split_first() else { return false };
    let thousands = middle.iter().all(|group| group.len() == 3);
    let lakhs = !middle.is_empty() && middle.iter().all(|group| group.len() == 2) && first.len() <= 2;
    last.len() == 3 && (1..=3).contains(&first.len()) && !first.starts_with('0') && (thousands || lakhs)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn separators() {
        for (token, expected) in [
            ("214", Some(214.0)),
            ("1,000.5", Some(1000.5)),
            ("1,000,000", Some(1_000_000.0)),
            ("1,00,000", Some(100_000.0)),
            ("1.000,50", Some(1000.5)),
            ("1.000.000", Some(1_000_000.0)),
            ("2,5", Some(2.5)),
            ("1.000", Some(1.0)),
            ("1.2.3", None),
            ("10,20,30", None),
            ("¾", Some(0.75)),
        ] {
            assert_eq!(read(token).map(|digits| digits.value), expected, "{token}");
        }
    }
}
