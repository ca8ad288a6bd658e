package org.quartermaster.equipment.scan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.quartermaster.equipment.fault.FaultReport;
import org.quartermaster.equipment.fault.FaultStatus;

/** What somebody without a login learns of his report. */
@Schema(name = "ScanReport")
record ScanReportView(String faultId, FaultStatus status) {

    static ScanReportView of(FaultReport fault) {
        return new ScanReportView(fault.faultId, fault.status);
    }
}
