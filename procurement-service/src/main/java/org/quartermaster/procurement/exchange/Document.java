package org.quartermaster.procurement.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.Release;
import org.quartermaster.procurement.ocds.Repairs;
import org.quartermaster.procurement.ocds.merge.Compiler;
import org.quartermaster.procurement.ocds.read.PackageFacts;
import org.quartermaster.procurement.ocds.read.ReadRelease;
import org.quartermaster.procurement.ocds.read.ReleaseReader;
import org.quartermaster.procurement.ocds.read.ReleaseSink;
import org.quartermaster.procurement.ocds.schema.SchemaValidator;
import org.quartermaster.procurement.ocds.schema.Shape;
import org.quartermaster.procurement.ocds.weld.BuyerKeys;
import org.quartermaster.procurement.ocds.weld.WeldGuard;
import org.quartermaster.procurement.text.Folding;

/** A document that is checked or compiled as an import would, without being stored. */
final class Document implements ReleaseSink {
    private final Shape schema;
    private final List<Issue> issues = new ArrayList<>();
    private final List<Release> releases = new ArrayList<>();

    private Document(Shape schema) {
        this.schema = schema;
    }

    static Document read(InputStream body, Shape schema) {
        var document = new Document(schema);
        ReleaseReader.read(body, StandardCharsets.UTF_8, document);
        return document;
    }

    @Override
    public void release(ReadRelease read) {
        var placed = Repairs.place(read.value(), ZoneOffset.UTC, read.position());
        var own = new ArrayList<>(read.issues());
        own.addAll(SchemaValidator.validate(read.value(), schema, read.position()));
        own.addAll(placed.issues());
        var release = placed.release();
        own.forEach(issue -> issues.add(release == null ? issue : issue.of(release.ocid(), release.id())));
        if (release != null) {
            releases.add(release);
        }
    }

    @Override
    public void issue(Issue issue) {
        issues.add(issue);
    }

    @Override
    public void readPackage(PackageFacts facts) {
        // NB: a package says nothing that a compiled release shows.
    }

    ValidationView validation() {
        return new ValidationView(issues.stream().noneMatch(Issue::isError), shown());
    }

    CompilationView compilation(boolean isVersioned) {
        var compiled = processes().stream()
                .map(process -> Compiler.compile(process, schema))
                .toList();
        compiled.forEach(one -> issues.addAll(one.issues()));
        return new CompilationView(
                compiled.stream().map(one -> (JsonNode) one.release()).toList(),
                isVersioned
                        ? compiled.stream()
                                .map(one -> (JsonNode) one.versioned())
                                .toList()
                        : null,
                shown());
    }

    private List<List<Release>> processes() {
        Map<String, List<Release>> byOcid = new LinkedHashMap<>();
        releases.forEach(release -> byOcid.computeIfAbsent(release.ocid(), ocid -> new ArrayList<>())
                .add(release));
        return byOcid.values().stream()
                .flatMap(all ->
                        WeldGuard.part(all, release -> BuyerKeys.of(release.body(), Folding::key), List.of())
                                .groups()
                                .stream())
                .map(WeldGuard.Group::releases)
                .toList();
    }

    private List<ExchangeIssue> shown() {
        return issues.stream().map(ExchangeIssue::of).toList();
    }
}
