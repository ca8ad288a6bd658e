package org.quartermaster.vehicle.market;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.quartermaster.platform.db.DatabaseJson;
import org.quartermaster.platform.db.TenantDatabase;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.list.ListQuery;
import org.quartermaster.platform.list.ListQuery.Part;
import org.quartermaster.platform.list.Slice;
import org.quartermaster.platform.list.SortKey;
import org.quartermaster.platform.rest.Fields;
import org.quartermaster.platform.security.Caller;

/** The search of lots. Every order that it offers has an index, which gives each page without the ones before it. */
@ApplicationScoped
class LotSearch {
    private static final String SELECT = "cast(" + LotView.JSON + " as text) as lot";
    private static final SortKey ID = SortKey.of("id", "l.id", "bigint");
    private static final List<SortKey> SORTS = List.of(
            SortKey.nullable("auction_datetime_utc", "l.auction_datetime_utc", "timestamptz"),
            SortKey.nullable("source_updated_at", "l.source_updated_at", "timestamptz"),
            SortKey.nullable("year", "l.year", "int"),
            SortKey.nullable("current_bid", "l.current_bid", "numeric"),
            ID);
    private static final String NUMBER_OR_VIN = "(l.lot_external_id = any (?) or l.vin >= ? and l.vin < ?)";
    private static final String AFTER_ALL = "~";
    private static final String DETAIL = "upper(concat_ws(' ', l.model_detail, l.trim)) like ?";

    private final TenantDatabase database;
    private final DatabaseJson json;
    private final LotFilters filters;
    private final Vocabulary vocabulary;

    @Inject
    LotSearch(TenantDatabase database, DatabaseJson json, LotFilters filters, Vocabulary vocabulary) {
        this.database = database;
        this.json = json;
        this.filters = filters;
        this.vocabulary = vocabulary;
    }

    /** A search, which remembers what it understood until its page is made. */
    Run begin() {
        return new Run();
    }

    /** One search. */
    final class Run {
        private List<SearchText.Word> words = List.of();

        Uni<Slice<LotView>> find(Caller caller, Fields query) {
            var list = new ListQuery("lots", SELECT, "vehicle.lots l").where("l.is_removed = false");
            filters.read(query, list);
            var statuses = query.words("status", LotStatus.class);
            var text = SearchText.read(query);
            var asked = new Vocabulary.Asked(Choices.read(query, "make"), Choices.read(query, "model"), text.names());
            list.pageByCursor(query).sortOneWay(query, SORTS, "auction_datetime_utc", ID);
            query.checkQuery();
            return vocabulary.find(caller, asked).chain(found -> {
                words = text.understand(found.known());
                words.forEach(word -> narrow(list, word));
                list.inParts(statuses, parts(statuses.isEmpty() ? LotStatus.LISTED : statuses));
                found.narrow(list, asked, "l.make", "l.model_group");
                return list.run(database, caller, query, row -> json.read(row.getString("lot"), LotView.class));
            });
        }

        LotPage page(Slice<LotView> slice) {
            return LotPage.of(slice, words);
        }
    }

    private static List<Part> parts(List<LotStatus> statuses) {
        return statuses.stream()
                .distinct()
                .map(status -> new Part("l.status = ?", Words.of(status)))
                .toList();
    }

    private static void narrow(ListQuery list, SearchText.Word word) {
        switch (word.meaning()) {
            case YEAR -> list.where("l.year = ?", Integer.valueOf(word.text()));
            case LOT_NUMBER_OR_VIN -> {
                var numbers = new String[] {word.text(), word.text().toUpperCase(Locale.ROOT)};
                list.where(NUMBER_OR_VIN, numbers, word.capital(), word.capital() + AFTER_ALL);
            }
            case MODEL_DETAIL -> list.where(DETAIL, pattern(word));
            case NOTHING -> list.where("false");
            case MAKE_OR_MODEL -> {
                // The vocabulary has found what it stands for.
            }
        }
    }

    private static String pattern(SearchText.Word word) {
        return "%" + word.text().toUpperCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
