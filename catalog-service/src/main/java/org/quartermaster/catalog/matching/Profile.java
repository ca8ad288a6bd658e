package org.quartermaster.catalog.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quartermaster.catalog.unit.Measure;
import org.quartermaster.catalog.unit.Measures;

/** The terms of an article by field, each with the weight of the best field that holds it. */
final class Profile {
    private static final double NAME = 1;
    private static final double CATEGORY = 0.9;
    private static final double BRAND = 0.9;
    private static final double DESCRIPTION = 0.8;

    private final Article article;
    private final Map<String, Field> terms = new LinkedHashMap<>();
    private final List<Set<String>> titles = new ArrayList<>();

    /** The field that holds a term. */
    record Field(String name, double weight) {}

    Profile(Article article) {
        this.article = article;
        title(article.name(), "name", NAME);
        title(article.nameAr(), "name_ar", NAME);
        add(article.category(), "category", CATEGORY);
        add(article.brand(), "brand", BRAND);
        article.keys().forEach(key -> add(key.value(), "key", NAME));
        if (article.description() != null) {
            for (var sentence : article.description().split("\\.(?:\\s|$)")) {
                title(sentence, "description", DESCRIPTION);
            }
        }
    }

    private void title(String text, String field, double weight) {
        if (text != null) {
            titles.add(new LinkedHashSet<>(Terms.of(text)));
            add(text, field, weight);
        }
    }

    private void add(String text, String field, double weight) {
        if (text != null) {
            var words = Terms.of(text);
            for (var i = 0; i < words.size(); i++) {
                terms.putIfAbsent(words.get(i), new Field(field, weight));
                if (i > 0 && !Terms.hasDigit(words.get(i)) && !Terms.hasDigit(words.get(i - 1))) {
                    // NB: "wood screw" is also written "woodscrew".
                    terms.putIfAbsent(words.get(i - 1) + words.get(i), new Field(field, weight));
                }
            }
        }
    }

    Article article() {
        return article;
    }

    Map<String, Field> terms() {
        return terms;
    }

    /** Name, Arabic name and sentences of the description: each may be the one that the line says in other words. */
    List<Set<String>> titles() {
        return titles;
    }

    /** What the product has by its specifications and its name. */
    List<Measure> measures(Measures reader) {
        var known = new ArrayList<>(article.measures());
        known.addAll(reader.in(article.name()));
        return known;
    }

    /** What only the description says. */
    List<Measure> further(Measures reader) {
        return article.description() == null ? List.of() : reader.in(article.description());
    }
}
