package org.quartermaster.procurement.ocds.weld;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.quartermaster.platform.chain.CanonicalJson;
import org.quartermaster.procurement.ocds.Json;
import org.quartermaster.procurement.ocds.Release;

/** Parts the releases of one ocid into processes: those are one that a chain of shared buyers connects. */
public final class WeldGuard {
    private static final int HASH_DIGITS = 8;

    /**
     * The releases of one process.
     *
     * @param buyerKey empty for the process that has the earliest release, else the strongest key of its buyers
     */
    public record Group(String buyerKey, SortedSet<String> keys, List<Release> releases) {
        /** The id of the tender: that of the ocid, and for a later process a mark of its buyer. */
        public String tenderId(String ocidAsId) {
            return buyerKey.isEmpty() ? ocidAsId : ocidAsId + "~" + shortHash(buyerKey);
        }
    }

    /**
     * How releases were parted.
     *
     * @param unplaced releases without buyer where several processes could be theirs
     */
    public record Parting(List<Group> groups, List<Release> unplaced) {
        public boolean isWelded() {
            return groups.size() > 1;
        }
    }

    private final Function<Release, Set<String>> keys;
    private final Map<String, String> parents = new HashMap<>();

    private WeldGuard(Function<Release, Set<String>> keys) {
        this.keys = keys;
    }

    /**
     * Parts releases of one ocid; the order of the releases does not matter.
     *
     * @param keys of the buyers of a release
     * @param joined sets of keys that a data-admin said to be one buyer
     */
    public static Parting part(
            Collection<Release> releases, Function<Release, Set<String>> keys, Collection<Set<String>> joined) {
        var guard = new WeldGuard(keys);
        joined.forEach(guard::join);
        releases.forEach(release -> guard.join(keys.apply(release)));
        return guard.parting(releases.stream().sorted(Release.ORDER).toList());
    }

    private Parting parting(List<Release> ordered) {
        var byRoot = new HashMap<String, List<Release>>();
        var without = new ArrayList<Release>();
        for (var release : ordered) {
            var own = keys.apply(release);
            var group = own.isEmpty()
                    ? without
                    : byRoot.computeIfAbsent(root(own.iterator().next()), root -> new ArrayList<>());
            group.add(release);
        }
        if (byRoot.size() > 1) {
            return new Parting(groups(byRoot.values()), without);
        }
        return new Parting(ordered.isEmpty() ? List.of() : groups(List.of(ordered)), List.of());
    }

    private List<Group> groups(Collection<List<Release>> parts) {
        var first = Comparator.comparing((List<Release> part) -> part.get(0), Release.ORDER)
                .thenComparing(part -> keysOf(part).toString());
        var groups = new ArrayList<Group>();
        for (var part : parts.stream().sorted(first).toList()) {
            var own = keysOf(part);
            groups.add(new Group(groups.isEmpty() ? "" : own.first(), own, part));
        }
        return List.copyOf(groups);
    }

    private SortedSet<String> keysOf(List<Release> part) {
        var all = new TreeSet<String>();
        part.forEach(release -> all.addAll(keys.apply(release)));
        return all;
    }

    private void join(Set<String> same) {
        String first = null;
        for (var key : same) {
            first = first == null ? key : first;
            var one = root(first);
            var other = root(key);
            if (!one.equals(other)) {
                parents.put(other, one);
            }
        }
    }

    private String root(String key) {
        var root = key;
        while (parents.containsKey(root)) {
            root = parents.get(root);
        }
        return root;
    }

    private static String shortHash(String key) {
        return CanonicalJson.hash(Json.NODES.textNode(key)).substring(0, HASH_DIGITS);
    }
}
