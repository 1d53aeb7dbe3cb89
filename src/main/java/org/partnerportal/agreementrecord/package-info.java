/** The record of an acceptance as a page and as a PDF that is the same bytes whenever it is made. */
@NullMarked
@ApplicationModule(
        displayName = "Agreement record",
        allowedDependencies = {"shared", "tenant", "agreement"})
package org.partnerportal.agreementrecord;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
