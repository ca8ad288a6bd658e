package org.quartermaster.vehicle.transfer;

import java.math.BigDecimal;

/** A reading that is lower than the one before it. */
record OdometerRollback(BigDecimal lastValue, OdometerUnit lastUnit, BigDecimal value, OdometerUnit unit) {

    /** Null where the request's reading is not lower, or there are not two. */
    static OdometerRollback of(TransferRequest request, SharedAsset asset) {
        if (request.odometerValue == null || asset.lastValue() == null || asset.unit() == null) {
            return null;
        }
        var before = asset.unit().km(asset.lastValue());
        var after = request.odometerUnit.km(request.odometerValue);
        return after.compareTo(before) >= 0
                ? null
                : new OdometerRollback(asset.lastValue(), asset.unit(), request.odometerValue, request.odometerUnit);
    }
}
