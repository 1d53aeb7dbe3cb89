package org.partnerportal.agreement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the agreement page sends: the version shown, its language, and the tick. */
record AgreementForm(@Nullable UUID version, @Nullable String language, boolean read) {}
