package org.quartermaster.procurement.text;

import java.util.ArrayList;
import java.util.List;
import org.quartermaster.platform.rest.Fields;

/** Lists of terms in requests. */
public final class Terms {
    private static final int MOST_CHARACTERS = 200;

    private Terms() {}

    /** Reads at most so many terms; wrong ones are noted. */
    public static List<Term> read(Fields fields, String name, int most) {
        var terms = new ArrayList<Term>();
        var given = fields.texts(name);
        if (given.size() > most) {
            fields.error(name, "too_many_values", most);
            return terms;
        }
        for (var i = 0; i < given.size(); i++) {
            terms.addAll(read(fields, name + "[" + i + "]", given.get(i)));
        }
        return terms;
    }

    /** Reads one term; none where it is wrong, which is noted. */
    public static List<Term> read(Fields fields, String name, String text) {
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            fields.error(name, "string_too_long", MOST_CHARACTERS);
            return List.of();
        }
        var term = Term.parse(text);
        if (term.isEmpty()) {
            fields.error(name, "term_without_word");
        }
        return term.stream().toList();
    }
}
