package org.partnerportal.device;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerportal.shared.TenantId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Devices in the database. */
interface DeviceRepository extends Repository<Device, UUID> {

    /** Whose a registered device is that is known by that identity. */
    record Owner(String identity, TenantId customer) {}

    Device save(Device device);

    boolean existsBy();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Device d where d.customer = :customer and d.id = :id")
    Optional<Device> lockOfCustomer(TenantId customer, UUID id);

    /** Of every tenant: a device is one customer's only. Nobody but the rules learns whose. */
    @Query("select new org.partnerportal.device.DeviceRepository$Owner(i, d.customer)"
            + " from Device d join d.identities i where i in :identities")
    List<Owner> owners(Collection<String> identities);
}
