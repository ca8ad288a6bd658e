package org.quartermaster.equipment.scan;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.quartermaster.equipment.fault.FaultPicture;
import org.quartermaster.equipment.fault.FaultReport;
import org.quartermaster.equipment.fault.FaultService;
import org.quartermaster.equipment.fault.FaultSource;
import org.quartermaster.equipment.photo.PhotoForm;
import org.quartermaster.equipment.photo.Picture;
import org.quartermaster.platform.change.Writes;
import org.quartermaster.platform.problem.RequestId;
import org.quartermaster.platform.rest.Call;
import org.quartermaster.platform.security.Caller;
import org.quartermaster.platform.security.Sha256;

/** Takes reports from anybody beside a machine; they act as the service itself in the machine's tenant. */
@RequestScoped
class ScanReports {
    private final RoutingContext context;
    private final Call call;
    private final ScanLimits limits;
    private final ScanDirectory directory;
    private final FaultPicture pictures;
    private final FaultService faults;
    private final Writes writes;

    @Inject
    ScanReports(
            RoutingContext context,
            Call call,
            ScanLimits limits,
            ScanDirectory directory,
            FaultPicture pictures,
            FaultService faults,
            Writes writes) {
        this.context = context;
        this.call = call;
        this.limits = limits;
        this.directory = directory;
        this.pictures = pictures;
        this.faults = faults;
        this.writes = writes;
    }

    /** Takes a report; {@code form} is null where there is none to hold a picture. */
    Uni<FaultService.Taken> take(String code, FaultReport fault, PhotoForm form) {
        var client = call.client();
        var requestId = RequestId.of(context);
        limits.report(client);
        return directory.find(code).invoke(limits::reportOf).chain(machine -> picture(form)
                .chain(picture -> {
                    fault.source = FaultSource.SCAN;
                    fault.clientHash = hash(machine, client);
                    var caller = new Caller(machine.tenant(), Caller.SYSTEM, Set.of(), requestId, null);
                    return writes.write(caller, unit -> faults.report(unit, machine.equipmentId(), fault, picture));
                }));
    }

    private Uni<Picture> picture(PhotoForm form) {
        return form == null ? Uni.createFrom().nullItem() : pictures.of(form);
    }

    /** NB: salted with the token, so that nobody can be followed from one machine to another. */
    private static String hash(Scanned machine, String client) {
        return Sha256.hex(machine.token() + "\n" + client);
    }
}
