package org.quartermaster.platform.job;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.quartermaster.platform.list.CsvText;
import org.quartermaster.platform.rest.Json;

/** All errors of a job as CSV (RFC 4180), a piece at a time, in the language of whoever reads them. */
final class JobErrors {
    static final Map<String, List<String>> HEADERS = Map.of(
            "Content-Type", List.of("text/csv;charset=UTF-8"),
            "Content-Disposition", List.of("attachment; filename=\"errors.csv\""));

    private static final String HEADER = "row,column,code,message,value\r\n";

    private JobErrors() {}

    /**
     * Some errors as they are stored.
     *
     * @param first the number of the first of them among all
     * @param lines JSON, one a line; empty past the last
     */
    record Piece(int first, String lines) {
        static final Piece NONE = new Piece(0, "");
    }

    /** @param pieces gives the first piece from a number on */
    static Multi<Buffer> csv(IntFunction<Uni<Piece>> pieces, Locale language) {
        var rest = Multi.createBy()
                .repeating()
                .uni(() -> new int[1], next -> pieces.apply(next[0]).invoke(piece -> next[0] = piece.first() + 1))
                .whilst(piece -> !piece.lines().isEmpty())
                .map(piece -> Buffer.buffer(rows(piece, language)));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(Buffer.buffer(HEADER)), rest);
    }

    private static String rows(Piece piece, Locale language) {
        return CsvText.lines(piece.lines()
                .lines()
                .map(line -> row(JobError.stored(Json.stored(line)).in(language)))
                .toList());
    }

    private static List<String> row(JobError.View error) {
        return Stream.of(error.row(), error.column(), error.code(), error.message(), error.value())
                .map(cell -> CsvText.guarded(Objects.toString(cell, "")))
                .toList();
    }
}
