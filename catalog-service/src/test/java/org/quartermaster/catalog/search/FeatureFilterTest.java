package org.quartermaster.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartermaster.platform.rest.Fields;

/** How a filter by a feature is read. */
class FeatureFilterTest {
    private static String read(String text) {
        var query = Fields.ofQuery(new MultivaluedHashMap<>());
        var filter = FeatureFilter.read(query, text);
        return query.errors().isEmpty()
                ? "%s %s %s %s".formatted(filter.name(), filter.dimension(), ranges(filter), filter.words())
                : query.errors().get(0).code();
    }

    private static String ranges(FeatureFilter filter) {
        return filter.ranges().stream()
                .map(range -> (range.low() == null ? "" : range.low().toPlainString())
                        + ".."
                        + (range.high() == null ? "" : range.high().toPlainString()))
                .toList()
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ef000167:le:0.5 kg | EF000167 mass [..0.5] []",
                "Weight:ge:450g | Weight mass [0.45..] []",
                "Weight:between:1..2 kg | Weight mass [1..2] []",
                "Weight:in:450 g,1 kg | Weight mass [0.45..0.45, 1..1] [450 g, 1 kg]",
                "Pieces:eq:3 | Pieces null [3..3] [3]",
                "Colour:eq:dark red | Colour null [] [dark red]",
                "Size:eq:10 blobs | Size null [] [10 blobs]",
                "Weight:le:1 blob | unit.unknown",
                "Weight:in:1 kg,1 m | unit.mismatch",
                "Weight:between:2..1 kg | feature.form",
                "Weight:between:1 kg | feature.form",
                "Weight:le:heavy | feature.form",
                "Weight:is:1 kg | feature.form",
                "Weight | feature.form"
            })
    void valuesAreTakenIntoTheBaseUnit(String text, String read) {
        assertThat(read(text)).isEqualTo(read);
    }
}
