package org.writ.intake.agency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The table {@code agency}. */
@ApplicationScoped
class AgencyRows implements PanacheRepositoryBase<AgencyRow, String> {}
