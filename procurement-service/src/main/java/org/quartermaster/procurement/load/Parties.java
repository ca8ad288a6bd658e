package org.quartermaster.procurement.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.quartermaster.platform.db.Ids;
import org.quartermaster.platform.db.Sql;
import org.quartermaster.procurement.ocds.row.CompiledTender.Entity;
import org.quartermaster.procurement.ocds.weld.BuyerKeys;
import org.quartermaster.procurement.text.Folding;

/**
 * Finds the entities of parties, and makes those that are new: by identifier, else by an id that its publisher uses
 * throughout, else by folded name and country. Nothing is guessed: a name alone never meets an entity that has an
 * identifier, or it would depend on the order of files which one it meets.
 */
final class Parties {
    private static final int LONGEST = 500;
    private static final int LONGEST_FOLDED = 600;
    private static final String PARTY = "party";

    private static final String IDENTIFIED = """
            select k.n, coalesce(e.merged_into, e.entity_id)
            from unnest(cast(? as int[]), cast(? as text[]), cast(? as text[]), cast(? as text[])) k (n, scheme, identifier, source_id)
            join procurement.entity_identifiers i on i.scheme = k.scheme and i.identifier = k.identifier
              and coalesce(i.source_id, '') = k.source_id
            join procurement.entities e on e.entity_id = i.entity_id
            """;
    private static final String NAMED = """
            select k.n, coalesce(e.merged_into, e.entity_id)
            from unnest(cast(? as int[]), cast(? as text[]), cast(? as text[])) k (n, name, country)
            join procurement.entities e on e.name_folded = k.name and e.country is not distinct from nullif(k.country, '')
            where not exists (select from procurement.entity_identifiers i where i.entity_id = e.entity_id)
            """;
    private static final String ADD = """
            insert into procurement.entities (entity_id, name, name_folded, country, roles)
            select cast(id as uuid), name, folded, nullif(country, ''), array[role]
            from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
              k (id, name, folded, country, role)
            """;
    private static final String ADD_IDENTIFIERS = """
            insert into procurement.entity_identifiers (entity_id, scheme, identifier, source_id)
            select cast(id as uuid), scheme, identifier, nullif(source_id, '')
            from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
              k (id, scheme, identifier, source_id)
            """;
    private static final String ADD_ROLES = """
            update procurement.entities e
            set roles = (select array_agg(distinct r order by r) from unnest(e.roles || k.roles) r), rv = e.rv + 1
            from (
              select cast(id as uuid) as entity_id, array_agg(distinct role) as roles
              from unnest(cast(? as text[]), cast(? as text[])) p (id, role) group by id
            ) k
            where e.entity_id = k.entity_id and not e.roles @> k.roles
            """;

    private final Connection connection;

    Parties(Connection connection) {
        this.connection = connection;
    }

    /** What a party is known by; scheme and identifier are null where it is its name. */
    record Key(String scheme, String identifier, String source, String folded, String country) {
        boolean isIdentified() {
            return scheme != null;
        }
    }

    /** A party as a release names it. */
    record Party(Entity entity, Key key) {
        static Party of(Entity entity, String source, String sourceCountry) {
            return new Party(entity, key(entity, source, country(entity.country(), sourceCountry)));
        }

        private static Key key(Entity entity, String source, String country) {
            var identifier = entity.identifier();
            if (entity.scheme() != null && fits(identifier) && fits(entity.scheme())) {
                return new Key(entity.scheme(), identifier, "", null, country);
            }
            var id = entity.partyId();
            if (fits(id) && !BuyerKeys.isLocal(id)) {
                return new Key(PARTY, id, source, null, country);
            }
            return new Key(null, null, null, folded(name(entity)), country);
        }

        private static boolean fits(String text) {
            return text != null && text.length() <= LONGEST;
        }

        /** NB: publishers write the name of a country here; only a code is one for the column. */
        private static String country(String given, String ofSource) {
            var code = given == null ? "" : given.strip().toUpperCase(Locale.ROOT);
            return code.matches("[A-Z]{2}") ? code : ofSource == null ? "" : ofSource;
        }
    }

    /** The entity of each party. */
    Map<Party, UUID> resolve(Collection<Party> parties) throws SQLException {
        var first = new LinkedHashMap<Key, Party>();
        parties.forEach(party -> first.putIfAbsent(party.key(), party));
        var found = new HashMap<Key, UUID>();
        found.putAll(find(
                IDENTIFIED, first.keySet().stream().filter(Key::isIdentified).toList()));
        found.putAll(find(
                NAMED,
                first.keySet().stream().filter(key -> !key.isIdentified()).toList()));
        add(first, found);
        var entities = new LinkedHashMap<Party, UUID>();
        parties.forEach(party -> entities.put(party, found.get(party.key())));
        addRoles(entities);
        return entities;
    }

    private Map<Key, UUID> find(String sql, List<Key> keys) throws SQLException {
        var found = new HashMap<Key, UUID>();
        if (keys.isEmpty()) {
            return found;
        }
        var numbers = new Integer[keys.size()];
        for (var n = 0; n < numbers.length; n++) {
            numbers[n] = n;
        }
        var isIdentified = keys.get(0).isIdentified();
        var columns = isIdentified
                ? new Object[] {
                    numbers, texts(keys, Key::scheme), texts(keys, Key::identifier), texts(keys, Key::source)
                }
                : new Object[] {numbers, texts(keys, Key::folded), texts(keys, Key::country)};
        Sql.query(connection, sql, row -> found.put(keys.get(row.getInt(1)), row.getObject(2, UUID.class)), columns);
        return found;
    }

    private void add(Map<Key, Party> wanted, Map<Key, UUID> found) throws SQLException {
        var missing = new ArrayList<Party>();
        var ids = new ArrayList<String>();
        for (var entry : wanted.entrySet()) {
            if (!found.containsKey(entry.getKey())) {
                var id = Ids.uuid();
                found.put(entry.getKey(), id);
                missing.add(entry.getValue());
                ids.add(id.toString());
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        Sql.update(
                connection,
                ADD,
                ids.toArray(String[]::new),
                texts(missing, party -> name(party.entity())),
                texts(missing, party -> folded(name(party.entity()))),
                texts(missing, party -> party.key().country()),
                texts(missing, party -> party.entity().role()));
        var identified =
                missing.stream().filter(party -> party.key().isIdentified()).toList();
        if (identified.isEmpty()) {
            return;
        }
        Sql.update(
                connection,
                ADD_IDENTIFIERS,
                texts(identified, party -> found.get(party.key()).toString()),
                texts(identified, party -> party.key().scheme()),
                texts(identified, party -> party.key().identifier()),
                texts(identified, party -> party.key().source()));
    }

    private void addRoles(Map<Party, UUID> entities) throws SQLException {
        var all = List.copyOf(entities.entrySet());
        Sql.update(
                connection,
                ADD_ROLES,
                texts(all, entry -> entry.getValue().toString()),
                texts(all, entry -> entry.getKey().entity().role()));
    }

    private static String name(Entity entity) {
        var name = entity.name() != null
                ? entity.name()
                : entity.identifier() != null ? entity.identifier() : entity.partyId();
        return Cut.to(name, LONGEST);
    }

    private static String folded(String name) {
        var folded = Folding.key(name);
        return Cut.to(folded.isBlank() ? name : folded, LONGEST_FOLDED);
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
