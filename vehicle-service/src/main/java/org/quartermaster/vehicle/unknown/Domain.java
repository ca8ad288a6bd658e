package org.quartermaster.vehicle.unknown;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.platform.db.Words;
import org.quartermaster.platform.problem.Problem;
import org.quartermaster.platform.problem.ProblemType;
import org.quartermaster.vehicle.feed.Column;

/** A set of codes for words of the feed, and the columns of lots that are read by it. */
@Schema(name = "CodeDomain")
enum Domain {
    DRIVE(Place.ofVehicle("drive_raw", "drive")),
    TRANSMISSION(Place.ofVehicle("transmission_raw", "transmission")),
    FUEL(Place.ofVehicle("fuel_raw", "fuel")),
    VEHICLE_TYPE(Place.ofVehicle("vehicle_type", "vehicle_type")),
    RUNS_DRIVES(Place.of("coalesce(l.runs_drives_raw, l.lot_condition_code)", "runs_drives")),
    HAS_KEYS(Place.kept(Column.HAS_KEYS, "has_keys", "?")),
    ODOMETER_READING(Place.of("l.odometer_brand", "odometer_reading")),
    DAMAGE(Place.of("l.damage_description", "damage_code"), Place.of("l.secondary_damage", "secondary_damage_code")),
    TITLE_GROUP(Place.of("l.title_type", "title_group")),
    SALE_TYPE(Place.of("l.sale_status_raw", "sale_type")),
    YES_NO(
            Place.kept(Column.MAKE_OFFER, "make_offer_eligible", "? = 'yes'"),
            Place.kept(Column.RENTALS, "is_rental", "? = 'yes'"),
            Place.kept(Column.WHOLESALE, "is_wholesale", "? = 'yes'"));

    private final List<Place> places;

    Domain(Place... places) {
        this.places = List.of(places);
    }

    List<Place> places() {
        return places;
    }

    /** Whether codes beyond our own have no place in its columns. */
    boolean isClosed() {
        return this == SALE_TYPE || this == YES_NO;
    }

    /** 404 for a word that is none. */
    static Domain of(String word) {
        return Words.find(Domain.class, word).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }
}
