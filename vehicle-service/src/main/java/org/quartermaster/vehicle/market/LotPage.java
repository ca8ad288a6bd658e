package org.quartermaster.vehicle.market;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.Slice;

/**
 * A page of the search.
 *
 * @param total lots that match, or a lower bound where {@code totalExact} is false
 * @param interpreted what each word of {@code q} was taken for; missing without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LotPage(
        List<LotView> items, long total, boolean totalExact, String nextCursor, List<InterpretedWord> interpreted) {

    /**
     * A word of a search.
     *
     * @param meaning what it was taken for
     */
    @Schema(name = "InterpretedWord")
    record InterpretedWord(String text, String meaning) {}

    static LotPage of(Slice<LotView> slice, List<SearchText.Word> words) {
        var interpreted = words.stream()
                .map(word -> new InterpretedWord(word.text(), Words.of(word.meaning())))
                .toList();
        return new LotPage(
                slice.items(),
                slice.total(),
                slice.totalExact(),
                slice.next(),
                interpreted.isEmpty() ? null : interpreted);
    }
}
