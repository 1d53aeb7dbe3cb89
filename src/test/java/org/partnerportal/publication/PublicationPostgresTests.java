package org.partnerportal.publication;

import org.partnerportal.agreement.AgreementPostgresTest;

/** Versions on PostgreSQL. */
@AgreementPostgresTest
class PublicationPostgresTests extends Publications {}
