package org.writ.intake.document;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The table {@code document}. */
@ApplicationScoped
class DocumentRows implements PanacheRepositoryBase<DocumentRow, String> {

  /** The documents of a request, in the order in which they came. */
  List<DocumentRow> ofRequest(String requestId) {
    return list("requestId = ?1 order by sequence", requestId);
  }

  /** A document of this request; empty if there is none or it is another's. */
  Optional<DocumentRow> ofRequest(String requestId, String documentId) {
    return find("id = ?1 and requestId = ?2", documentId, requestId).firstResultOptional();
  }
}
