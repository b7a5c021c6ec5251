package org.writ.intake.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.writ.intake.document.DocumentConfig;
import org.writ.web.problem.LargerBody;

/** A document that comes in a form may be as large as one that comes alone. */
@ApplicationScoped
class UploadBody implements LargerBody {

  private static final Pattern PATH = Pattern.compile("/desk/requests/[^/]+/documents");

  /** What the form has besides the file. */
  private static final long FORM = 64L * 1024;

  private final long maxBytes;

  UploadBody(DocumentConfig config) {
    this.maxBytes = config.maxSize().asLongValue() + FORM;
  }

  @Override
  public boolean covers(String method, String path) {
    return method.equals("POST") && PATH.matcher(path).matches();
  }

  @Override
  public long maxBytes() {
    return maxBytes;
  }
}
