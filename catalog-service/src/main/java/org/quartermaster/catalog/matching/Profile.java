package org.quartermaster.catalog.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quartermaster.catalog.matching.Article.Specification;
import org.quartermaster.catalog.text.Fold;
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
    private volatile List<Measure> known;
    private volatile List<Measure> described;

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

    private void title(String text, String name, double weight) {
        if (text != null) {
            titles.add(new LinkedHashSet<>(Terms.of(text)));
            add(text, name, weight);
        }
    }

    private void add(String text, String name, double weight) {
        if (text != null) {
            var field = new Field(name, weight);
            var words = Terms.of(text);
            for (var i = 0; i < words.size(); i++) {
                terms.putIfAbsent(words.get(i), field);
                if (i > 0 && !Terms.hasDigit(words.get(i)) && !Terms.hasDigit(words.get(i - 1))) {
                    // NB: "wood screw" is also written "woodscrew".
                    terms.putIfAbsent(words.get(i - 1) + words.get(i), field);
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

    /** What the product has by its specifications and its name, read when it is first asked. */
    List<Measure> measures(Measures reader) {
        var read = known;
        if (read == null) {
            var all = new ArrayList<Measure>();
            article.specifications().forEach(one -> all.addAll(measures(reader, one)));
            all.addAll(reader.in(article.name()));
            read = List.copyOf(all);
            known = read;
        }
        return read;
    }

    private static List<Measure> measures(Measures reader, Specification one) {
        var name = Fold.fold(one.name());
        return reader.in(one.name() + " " + one.value()).stream()
                .map(measure -> measure.unit() == null ? measure : measure.named(name))
                .toList();
    }

    /** What only the description says, read when it is first asked. */
    List<Measure> further(Measures reader) {
        var read = described;
        if (read == null) {
            read = article.description() == null ? List.of() : reader.in(article.description());
            described = read;
        }
        return read;
    }
}
