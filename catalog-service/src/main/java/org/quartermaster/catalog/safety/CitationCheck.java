package org.quartermaster.catalog.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quartermaster.catalog.safety.CitationAnswer.Nearest;
import org.quartermaster.catalog.safety.CitationAnswer.Status;

/** Brings a citation to its row in the lists of sections and consensus standards; any text is legal. */
final class CitationCheck {

    private static final int NEAREST = 5;
    private static final int NEIGHBOUR = 3;

    private final List<OshaSection> sections;
    private final List<ConsensusStandard> standards;

    CitationCheck(List<OshaSection> sections, List<ConsensusStandard> standards) {
        this.sections = sections;
        this.standards = standards;
    }

    CitationAnswer check(String citation) {
        return CfrCitation.read(citation)
                .map(cited -> section(citation, cited))
                .orElseGet(() -> consensus(citation, ConsensusCitation.read(citation)));
    }

    private CitationAnswer section(String text, CfrCitation cited) {
        return sections.stream()
                .filter(cited::isOf)
                .findFirst()
                .map(row -> found(text, cited, row))
                .orElseGet(() -> CitationAnswer.notInList(text, nearest(cited)));
    }

    private static CitationAnswer found(String text, CfrCitation cited, OshaSection row) {
        String paragraph = cited.paragraph().isEmpty() ? null : cited.paragraph();
        Status status = row.supersededBy() == null ? Status.VALID : Status.SUPERSEDED;
        return new CitationAnswer(
                text, status, row.cfr(), paragraph, row.title(), row.url(), row.supersededBy(), List.of());
    }

    /** The section of the same number in the other part, since the parts repeat their subjects; else neighbours. */
    private List<Nearest> nearest(CfrCitation cited) {
        int number = Integer.parseInt(cited.section());
        List<OshaSection> twins = sections.stream()
                .filter(row -> row.section().equals(cited.section()))
                .toList();
        List<OshaSection> neighbours = sections.stream()
                .filter(row -> row.part().equals(cited.part()) && distance(row, number) <= NEIGHBOUR)
                .toList();
        return (twins.isEmpty() ? neighbours : twins)
                .stream()
                        .sorted(Comparator.comparingInt((OshaSection row) -> distance(row, number))
                                .thenComparing(OshaSection::cfr))
                        .map(row -> new Nearest(row.cfr(), row.title()))
                        .limit(NEAREST)
                        .toList();
    }

    private static int distance(OshaSection row, int number) {
        return Math.abs(Integer.parseInt(row.section()) - number);
    }

    private CitationAnswer consensus(String text, ConsensusCitation cited) {
        Set<ConsensusStandard> family = new LinkedHashSet<>();
        for (ConsensusStandard row : standards) {
            Optional<String> edition = cited.editionOf(row.family());
            if (edition.isPresent()) {
                family.add(row);
                if (edition.get().equals(row.year()) || (edition.get().isEmpty() && row.isCurrent())) {
                    return answer(text, row);
                }
            }
        }
        return family.stream()
                .filter(row -> cited.editionOf(row.family()).orElseThrow().isEmpty())
                .findFirst()
                .map(row -> answer(text, row))
                .orElseGet(() -> CitationAnswer.notInList(text, nearest(family)));
    }

    private CitationAnswer answer(String text, ConsensusStandard row) {
        String current = row.isCurrent() ? null : currentOf(row.family());
        Status status = row.isCurrent() ? Status.VALID : Status.SUPERSEDED;
        return new CitationAnswer(text, status, row.standard(), null, row.title(), row.url(), current, List.of());
    }

    private String currentOf(String family) {
        return standards.stream()
                .filter(row -> row.family().equals(family) && row.isCurrent())
                .map(ConsensusStandard::standard)
                .findFirst()
                .orElse(null);
    }

    private static List<Nearest> nearest(Set<ConsensusStandard> family) {
        List<ConsensusStandard> rows = new ArrayList<>(family);
        rows.sort(Comparator.comparing(ConsensusStandard::year).reversed());
        return rows.stream()
                .map(row -> new Nearest(row.standard(), row.title()))
                .limit(NEAREST)
                .toList();
    }
}
