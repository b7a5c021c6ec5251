package org.writ.intake.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.writ.web.problem.LargerBody;

/** Documents are larger than other bodies. */
@ApplicationScoped
class DocumentBody implements LargerBody {

  private static final Pattern PATH = Pattern.compile("/v1/requests/[^/]+/documents/[^/]+");

  private final long maxBytes;

  DocumentBody(DocumentConfig config) {
    this.maxBytes = config.maxSize().asLongValue();
  }

  @Override
  public boolean covers(String method, String path) {
    return method.equals("PUT") && PATH.matcher(path).matches();
  }

  @Override
  public long maxBytes() {
    return maxBytes;
  }
}
