package org.quartermaster.procurement.load;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quartermaster.platform.change.Change;
import org.quartermaster.procurement.load.Load.Told;
import org.quartermaster.procurement.tender.PreviousTender;
import org.quartermaster.procurement.tender.TenderDetail;
import org.quartermaster.procurement.tender.TenderDetails;

/** Makes one event of each tender that a load changed: the most telling thing about it. */
@ApplicationScoped
public class TenderNews {
    private static final String ENTITY = "tender";
    private static final List<String> VERBS = List.of("cancelled", "awarded", "published");
    private static final int AT_ONCE = 500;

    private final TenderDetails details;

    @Inject
    TenderNews(TenderDetails details) {
        this.details = details;
    }

    /**
     * The events, in the order of what is told.
     *
     * @param extra members of each event's data beside those of the tender
     */
    public List<Change> of(Connection connection, List<Told> told, Map<String, Object> extra) throws SQLException {
        var changes = new ArrayList<Change>();
        for (var from = 0; from < told.size(); from += AT_ONCE) {
            var part = told.subList(from, Math.min(told.size(), from + AT_ONCE));
            var tenders = read(connection, part);
            part.forEach(one -> changes.add(change(one, tenders.get(one.tenderId()), null, extra)));
        }
        return changes;
    }

    private Map<String, TenderDetail> read(Connection connection, List<Told> told) throws SQLException {
        return details.read(connection, told.stream().map(Told::tenderId).toList()).stream()
                .collect(Collectors.toMap(detail -> detail.tender().tenderId(), Function.identity()));
    }

    /** @param before the tender as it was shown before, or null */
    public static Change change(Told told, TenderDetail tender, TenderDetail before, Map<String, Object> extra) {
        var members = new LinkedHashMap<>(extra);
        members.put("classes", told.classes());
        if (told.statusBefore() != null
                && !told.statusBefore().equals(tender.tender().status())) {
            members.put("previous", new PreviousTender(told.statusBefore()));
        }
        return new Change(ENTITY, told.tenderId(), verb(told.classes()), tender, before, members, null, false);
    }

    private static String verb(List<String> classes) {
        return VERBS.stream().filter(classes::contains).findFirst().orElse("changed");
    }
}
