package org.quartermaster.catalog.exchange;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.quartermaster.catalog.batch.FileRow;
import org.quartermaster.catalog.batch.RowOutcome;
import org.quartermaster.catalog.brand.Brands;
import org.quartermaster.catalog.category.Categories;
import org.quartermaster.catalog.exchange.FileMapping.Missing;
import org.quartermaster.catalog.product.ProductView;
import org.quartermaster.catalog.product.ProductWords;
import org.quartermaster.catalog.specification.PackingSpecifications;
import org.quartermaster.platform.change.UnitOfWork;

/** What files of articles bring beside the articles: categories and brands that are not there yet, and their packing. */
@ApplicationScoped
class Supplies {
    private final Categories categories;
    private final Brands brands;
    private final PackingSpecifications packing;

    @Inject
    Supplies(Categories categories, Brands brands, PackingSpecifications packing) {
        this.categories = categories;
        this.brands = brands;
        this.packing = packing;
    }

    Uni<Void> categories(UnitOfWork unit, List<FileRow> rows, WordLookup lookup, FileMapping mapping) {
        return add(rows, lookup, mapping, Missing.CATEGORIES, names -> categories.addNamed(unit, names));
    }

    Uni<Void> brands(UnitOfWork unit, List<FileRow> rows, WordLookup lookup, FileMapping mapping) {
        return add(rows, lookup, mapping, Missing.BRANDS, names -> brands.addNamed(unit, names));
    }

    /** NB: two ways to write one name, such as in capital letters, are one row. */
    private static Uni<Void> add(
            List<FileRow> rows,
            WordLookup lookup,
            FileMapping mapping,
            Missing missing,
            Function<List<String>, Uni<List<Long>>> adding) {
        var words = lookup.words(rows);
        if (words.length == 0 || !mapping.createMissing().contains(missing)) {
            return Uni.createFrom().voidItem();
        }
        var names = new LinkedHashMap<String, String>();
        Arrays.stream(words).forEach(word -> names.putIfAbsent(word.toLowerCase(Locale.ROOT), word));
        return adding.apply(List.copyOf(names.values()))
                .invoke(ids -> lookup.replace(rows, byWord(words, List.copyOf(names.keySet()), ids)))
                .replaceWithVoid();
    }

    private static Map<String, Long> byWord(String[] words, List<String> keys, List<Long> ids) {
        var byWord = new HashMap<String, Long>();
        for (var word : words) {
            byWord.put(word, ids.get(keys.indexOf(word.toLowerCase(Locale.ROOT))));
        }
        return byWord;
    }

    /** Reads how the articles that were written are packed. */
    Uni<Void> packing(UnitOfWork unit, List<RowOutcome> outcomes, FileMapping mapping) {
        if (!mapping.parsePacks()) {
            return Uni.createFrom().voidItem();
        }
        var texts = new HashMap<Long, String>();
        outcomes.stream()
                .filter(RowOutcome::isWritten)
                .map(outcome -> (ProductView) outcome.after())
                .filter(Supplies::hasPacking)
                .forEach(product -> texts.put(product.id(), text(product)));
        return texts.isEmpty()
                ? Uni.createFrom().voidItem()
                : packing.read(unit, texts)
                        .chain(() -> ProductWords.refresh(unit, texts.keySet().toArray(Long[]::new)));
    }

    static boolean hasPacking(ProductView product) {
        return PackingSpecifications.isIn(text(product));
    }

    private static String text(ProductView product) {
        return product.description() == null ? product.name() : product.name() + "\n" + product.description();
    }
}
