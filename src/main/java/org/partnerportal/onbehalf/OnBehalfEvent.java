package org.partnerportal.onbehalf;

import org.jspecify.annotations.Nullable;
import org.partnerportal.shared.TenantId;
import org.partnerportal.shared.TrailEvent;
import org.partnerportal.shared.Who;

/** Something done in an admin center; where that was on behalf, both sides read it with both names. */
public interface OnBehalfEvent extends TrailEvent {

    /** Where it was done, and by whom. */
    AdminCenter center();

    @Override
    default Who who() {
        return center().actor().who();
    }

    @Override
    default @Nullable TenantId onBehalfOf() {
        return center().onBehalf() ? center().tenant() : null;
    }

    @Override
    default TenantId customer() {
        return center().tenant();
    }

    @Override
    default @Nullable TenantId partner() {
        return center().partner();
    }
}
