package org.quartermaster.procurement.ocds.weld;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.quartermaster.procurement.ocds.Texts;

/** By what a release names its buyer: identifier, id that is not a local one, folded name. */
public final class BuyerKeys {
    private static final Pattern LOCAL_ID =
            Pattern.compile("(org|party|buyer|supplier)-?\\d{1,4}", Pattern.CASE_INSENSITIVE);

    private BuyerKeys() {}

    /**
     * The keys of a release, sorted with the strongest first; none where it names no buyer.
     *
     * @param folding of names, so that spellings of one name are one key
     */
    public static Set<String> of(JsonNode release, UnaryOperator<String> folding) {
        var keys = new TreeSet<String>();
        for (var buyer : buyers(release)) {
            addIdentifier(keys, buyer.path("identifier"));
            var id = Texts.id(buyer.path("id"));
            if (id != null && !isLocal(id)) {
                keys.add("2:" + id);
            }
            var name = Texts.of(buyer.path("name"));
            if (name != null && !folding.apply(name).isBlank()) {
                keys.add("3:" + folding.apply(name));
            }
        }
        return keys;
    }

    /** True for an id that means something within one release only, as org-1. */
    public static boolean isLocal(String id) {
        return LOCAL_ID.matcher(id).matches();
    }

    private static void addIdentifier(Set<String> keys, JsonNode identifier) {
        var scheme = Texts.of(identifier.path("scheme"));
        var id = Texts.id(identifier.path("id"));
        if (scheme != null && id != null) {
            keys.add("1:" + scheme + ":" + id);
        }
    }

    /** The buyer and the party that it refers to; without buyer, the parties in the role. */
    private static List<JsonNode> buyers(JsonNode release) {
        var found = new ArrayList<JsonNode>();
        var buyer = release.path("buyer");
        var named = Texts.id(buyer.path("id")) != null || Texts.of(buyer.path("name")) != null;
        if (buyer.isObject() && !buyer.isEmpty()) {
            found.add(buyer);
        }
        for (var party : release.path("parties")) {
            var refers = named && party.path("id").equals(buyer.path("id")) && !party.path("id").isMissingNode();
            if (refers || (!named && Texts.list(party.path("roles")).contains("buyer"))) {
                found.add(party);
            }
        }
        return found;
    }
}
