use super::{expect, expect_in, published};
use crate::value::PartialDate;

#[test]
fn dates_as_written() {
    let rows = [
        ("15 October 2021", "15 October 2021 = 2021-10-15"),
        ("October 15, 2021", "October 15, 2021 = 2021-10-15"),
        ("October 15 2021", "October 15 2021 = 2021-10-15"),
        ("Oct 15", "Oct 15 = --10-15"),
        ("Oct. 15, 2021", "Oct. 15, 2021 = 2021-10-15"),
        ("the 15th of October 2021", "15th of October 2021 = 2021-10-15"),
        ("Friday, 15 October 2021", "Friday, 15 October 2021 = 2021-10-15"),
        ("2021-10-15", "2021-10-15 = 2021-10-15"),
        ("(2021-10-15), 2021-10-16.", "2021-10-15 = 2021-10-15; 2021-10-16 = 2021-10-16"),
        ("Smith (1945-2010)", "1945-2010 = 1945/2010"),
        ("15/10/2021", "15/10/2021 = 2021-10-15"),
        ("10/15/2021", "10/15/2021 = 2021-10-15"),
        ("05/04/2021", "05/04/2021 = 2021-04-05"),
        ("15.10.2021", "15.10.2021 = 2021-10-15"),
        ("October 2021", "October 2021 = 2021-10"),
        ("in October", "October = --10"),
        ("in 2014", "2014 = 2014"),
        ("closed (2014)", "2014 = 2014"),
        ("the 2016 election", "2016 = 2016"),
        ("by 2014 it had", "2014 = 2014"),
        ("in 2014 and 2015", "2014 = 2014; 2015 = 2015"),
        ("the 1990s", "1990s = 1990/1999"),
        ("born in the fifties", "fifties = 1950/1959"),
        ("temperatures in the fifties", ""),
        ("a round in his fifties", "fifties = age 50..59"),
        ("the early 1970 's", "early 1970 's = 1970-01-01/1973-05-01"),
        ("the '60s", "'60s = 1960/1969"),
        ("Q1 2024", "Q1 2024 = 2024-01-01/2024-03-31"),
        ("4Q 2020", "4Q 2020 = 2020-10-01/2020-12-31"),
        ("in the April-June period", "April-June = --Q2"),
        ("between July and September", "July and September = --Q3"),
        ("from January to June", "January to June = --H1"),
        ("from May to July", "May = --05; July = --07"),
        ("April-June 2024", "April-June 2024 = 2024-04-01/2024-06-30"),
        ("third-quarter profit", "third-quarter = --Q3"),
        ("the second half of 2020", "second half of 2020 = 2020-07-01/2020-12-31"),
        ("the first quarter of 2024", "first quarter of 2024 = 2024-01-01/2024-03-31"),
        ("spring 2020", "spring 2020 = 2020-03-01/2020-05-31"),
        ("early 2016", "early 2016 = 2016-01-01/2016-05-01"),
        ("mid-2016", "mid-2016 = 2016-05-02/2016-08-31"),
        ("from 2014 to 2016", "from 2014 to 2016 = 2014/2016"),
        ("2014-16", "2014-16 = 2014/2016"),
        ("2014–2016", "2014–2016 = 2014/2016"),
        ("7-9 March 2020", "7-9 March 2020 = 2020-03-07/2020-03-09"),
        ("March 7-9, 2020", "March 7-9, 2020 = 2020-03-07/2020-03-09"),
        ("7 March to 9 April 2020", "7 March to 9 April 2020 = 2020-03-07/2020-04-09"),
        ("before 2014", "before 2014 = < 2014"),
        ("in nineteen eighty-four", "nineteen eighty-four = 1984"),
        ("you may 15 times march", "15 times = occurrences 15"),
        ("a May 2014 letter", "May 2014 = 2014-05"),
        ("(Mar 21, 2009 10:25 AM CDT)", "Mar 21, 2009 = 2009-03-21; 10:25 AM CDT = 10:25-05:00"),
        ("31 February 2020", "31 = count 31; February 2020 = 2020-02"),
    ];
    expect(&rows);
}

#[test]
fn dates_told_from_the_day_of_publication() {
    let rows = [
        ("Friday evening", "Friday = 2016-10-28"),
        ("on Sunday", "Sunday = 2016-10-30"),
        ("last Sunday", "last Sunday = 2016-10-23"),
        ("next Monday", "next Monday = 2016-10-31"),
        ("it will meet on Tuesday", "Tuesday = 2016-11-01"),
        ("today", "today = 2016-10-30"),
        ("yesterday", "yesterday = 2016-10-29"),
        ("last week", "last week = 2016-10-17/2016-10-23"),
        ("two days ago", "two days ago = 2016-10-28"),
        ("two years ago", "two years ago = 2014"),
        ("a month ago", "a month ago = 2016-09?"),
        ("more than two years ago", "more than two years ago = < 2014"),
        ("last month", "last month = 2016-09"),
        ("last year", "last year = 2015"),
        ("this year", "this year = 2016"),
        ("last December", "last December = 2015-12"),
        ("last night", "last night = 2016-10-29"),
    ];
    expect_in(&rows, published());
    expect(&["Friday evening", "yesterday", "last week"].map(|text| (text, "")));
    // Without it, only the length of time is known.
    expect(&[("two days ago", "two days = P2D")]);
}

#[test]
fn times_of_day() {
    let rows = [
        ("at 06:10", "06:10 = 06:10"),
        ("at 6.10 a.m.", "6.10 a.m. = 06:10"),
        ("at 6pm", "6pm = 18:00"),
        ("at 6 p.m. on", "6 p.m. = 18:00"),
        ("at noon, at midnight", "noon = 12:00; midnight = 00:00"),
        ("18:10 GMT", "18:10 GMT = 18:10Z"),
        ("six o'clock", "six o'clock = 06:00"),
        ("half past six", "half past six = 06:30"),
        ("quarter to seven", "quarter to seven = 06:45"),
        ("18:10:05", "18:10:05 = 18:10:05"),
        ("around 6pm", "around 6pm = ~ 18:00"),
        ("at 14.30", "14.30 = 14:30"),
        ("12 noon", "12 noon = 12:00"),
        ("half-past nine", "half-past nine = 09:30"),
        ("12.30am", "12.30am = 00:30"),
        ("I am 6", "6 = count 6"),
    ];
    expect(&rows);
}

#[test]
fn no_part_of_a_year_has_no_days() {
    for (part, of) in [(0, 4), (5, 4), (1, 0), (3, 2), (u32::MAX, 1), (u32::MAX, 4)] {
        assert_eq!(PartialDate::PartOfYear { part, of }.days(), None, "{part} of {of}");
    }
    assert!(PartialDate::PartOfYear { part: 4, of: 4 }.days().is_some());
}
