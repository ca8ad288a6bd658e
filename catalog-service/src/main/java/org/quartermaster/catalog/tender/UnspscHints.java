package org.quartermaster.catalog.tender;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.quartermaster.catalog.classification.CpvCode;
import org.quartermaster.catalog.tender.PublishedTender.TenderItem;
import org.quartermaster.platform.change.UnitOfWork;

/** Which commodities the codes of a tender stand for. */
@ApplicationScoped
class UnspscHints {
    private static final String READ = """
            select distinct on (cpv_prefix) cpv_prefix, unspsc_code from catalog.cpvunspscmapping
            where cpv_prefix = any ($1) order by cpv_prefix, weight desc, unspsc_code
            """;

    /** The best commodity of each prefix that has one. */
    record Known(Map<String, String> byPrefix) {
        /** That of the first code that has one, by the longest prefix; else null. */
        String of(List<CpvCode> codes) {
            return codes.stream()
                    .flatMap(code -> code.prefixes().stream())
                    .map(byPrefix::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        /** That of an item's own code, else that of its tender. */
        String of(String code, List<CpvCode> others) {
            var own = Optional.ofNullable(code)
                    .flatMap(CpvCode::read)
                    .map(List::of)
                    .map(this::of);
            return own.orElseGet(() -> of(others));
        }
    }

    Uni<Known> of(UnitOfWork unit, PublishedTender tender) {
        var prefixes = new LinkedHashSet<>(tender.prefixes());
        Stream<String> ofItems =
                tender.namedItems().stream().map(TenderItem::cpvCode).filter(Objects::nonNull);
        ofItems.flatMap(code -> CpvCode.read(code).stream()).forEach(code -> prefixes.addAll(code.prefixes()));
        return unit.run(READ, (Object) prefixes.toArray(String[]::new)).map(rows -> {
            var known = new HashMap<String, String>();
            rows.forEach(row -> known.put(row.getString("cpv_prefix"), row.getString("unspsc_code")));
            return new Known(known);
        });
    }
}
