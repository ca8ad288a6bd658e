package org.quartermaster.procurement.ocds.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.quartermaster.procurement.ocds.Issue;
import org.quartermaster.procurement.ocds.Release;

/**
 * The state of a process after its releases.
 *
 * @param release the compiled release
 * @param versioned the versioned release
 * @param setBy for each leaf of the compiled release, by JSON pointer, the release that set it
 * @param releases those that were compiled, in their order
 * @param conflict true where a release was left out because a value turned into another kind
 */
public record Compiled(
        ObjectNode release,
        ObjectNode versioned,
        Map<String, Release> setBy,
        List<Release> releases,
        List<Issue> issues,
        boolean conflict) {}
