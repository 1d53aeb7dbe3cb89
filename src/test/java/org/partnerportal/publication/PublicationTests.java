package org.partnerportal.publication;

import org.partnerportal.agreement.AgreementTest;

/** Versions on the embedded database. */
@AgreementTest
class PublicationTests extends Publications {}
