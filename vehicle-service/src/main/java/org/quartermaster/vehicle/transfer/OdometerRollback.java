package org.quartermaster.vehicle.transfer;

import java.math.BigDecimal;
import org.quartermaster.vehicle.asset.Odometer;
import org.quartermaster.vehicle.asset.OdometerUnit;

/** A reading that is lower than the one before it. */
record OdometerRollback(BigDecimal lastValue, OdometerUnit lastUnit, BigDecimal value, OdometerUnit unit) {

    /** Null where the request's reading is not lower, or there are not two. */
    static OdometerRollback of(TransferRequest request, SharedAsset asset) {
        if (request.odometerValue == null || asset.lastValue() == null || asset.unit() == null) {
            return null;
        }
        var before = Odometer.km(asset.lastValue(), asset.unit());
        var after = Odometer.km(request.odometerValue, request.odometerUnit);
        return after.compareTo(before) >= 0
                ? null
                : new OdometerRollback(asset.lastValue(), asset.unit(), request.odometerValue, request.odometerUnit);
    }
}
