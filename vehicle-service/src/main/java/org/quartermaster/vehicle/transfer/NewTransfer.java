package org.quartermaster.vehicle.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A request that was just made.
 *
 * @param handoverCode by which another tenant finds it; told this once, and to nobody else
 */
record NewTransfer(
        @JsonUnwrapped TransferView transfer,
        @JsonInclude(JsonInclude.Include.NON_NULL) String handoverCode) {}
