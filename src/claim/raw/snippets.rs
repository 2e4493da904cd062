//! What an editor writes whole into a claim file: a question, a claim, a ruling. `$1` is where the cursor stands first.

use schemars::Schema;
use serde_json::json;

use crate::yaml::schema::snippet;

pub(super) fn question(schema: &mut Schema) {
    let claims = ["${2:one answer, in one sentence}", "${3:another answer}"];
    let body = json!({ "question": "${1:What do the claims answer, each differently?}", "claims": claims });
    snippet(schema, "question", "A question with two claims that answer it", &body);
}

pub(super) fn claim(schema: &mut Schema) {
    let body = json!({ "id": "${1:one-of-seven}", "claim": "${2:one answer, in one sentence}" });
    snippet(schema, "claim", "A claim with an id of its own", &body);
}

pub(super) fn ruling(schema: &mut Schema) {
    let body = json!({
        "source": "${1:source}",
        "stance": "${2|supports,contradicts,mixed,unclear,silent|}",
        "because": "${3:why}",
        "by": "${4:your name}",
    });
    snippet(schema, "ruling", "Your decision on what a source says of the claim", &body);
}
