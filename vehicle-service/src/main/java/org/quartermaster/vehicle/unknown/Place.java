package org.quartermaster.vehicle.unknown;

import org.quartermaster.vehicle.feed.Column;

/**
 * A column of lots that holds the code of a word, as the pieces of statements about lots {@code l}.
 *
 * @param raw the word as it came
 * @param column that holds the code
 * @param value of the column by the code, which takes the place of {@code ?}
 * @param kept where the word stands in the extras for want of a column, which it leaves when it has a code; or null
 * @param isOfVehicle whether the vehicle has the column too
 */
record Place(String raw, String column, String value, String kept, boolean isOfVehicle) {

    static Place of(String raw, String column) {
        return new Place(raw, column, "?", null, false);
    }

    static Place ofVehicle(String raw, String column) {
        return new Place("l." + raw, column, "?", null, true);
    }

    static Place kept(Column column, String name, String value) {
        return new Place("l.extra ->> '" + column.title() + "'", name, value, column.title(), false);
    }

    /** The spellings that lots have. */
    String spellings() {
        return "select distinct %1$s from vehicle.lots l where %1$s is not null".formatted(raw);
    }

    /** Locks the next lots whose word has another code, but waits for none that is being written. */
    String pickLots() {
        return """
                select l.id, l.lot_external_id from vehicle.lots l
                where l.id > ? and %s = any (?) and l.%s is distinct from (%s)
                order by l.id limit ? for update skip locked
                """.formatted(raw, column, value);
    }

    /** Writes the code into lots, and what it replaced on their timelines. */
    String recodeLots() {
        return """
                with former as (
                  select l.id, to_jsonb(l.%1$s) as code from vehicle.lots l where l.id = any (?)
                ), recoded as (
                  update vehicle.lots l set %1$s = (%2$s)%3$s from former f where l.id = f.id
                  returning l.id, to_jsonb(l.%1$s) as code
                )
                insert into audit.lot_events (lot_id, kind, changes)
                select f.id, '%4$s', jsonb_build_object('%1$s', jsonb_build_array(f.code, r.code))
                from former f join recoded r on r.id = f.id
                """.formatted(
                        column,
                        value,
                        kept == null ? "" : ", extra = nullif(l.extra - '" + kept + "', '{}')",
                        column.equals("title_group") ? "title_change" : "updated");
    }

    /** As for lots: the next vehicles whose values came from the same record as those of a lot with the code. */
    String recodeVehicles() {
        return """
                with picked as (
                  select v.vin from vehicle.vehicles v
                  join vehicle.lots l on l.vin = v.vin and l.source_file_id = v.source_file_id
                    and l.source_row_no = v.source_row_no
                  where l.%1$s = ? and v.%1$s is distinct from l.%1$s
                  order by v.vin limit ? for update of v skip locked
                )
                update vehicle.vehicles v set %1$s = ? from picked p where v.vin = p.vin
                """.formatted(column);
    }

    /** Whether a lot, maybe one that was being written, still has another code. */
    String isLeft() {
        return "select exists (select from vehicle.lots l where %s = any (?) and l.%s is distinct from (%s))"
                .formatted(raw, column, value);
    }
}
