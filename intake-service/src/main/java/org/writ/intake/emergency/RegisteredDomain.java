package org.writ.intake.emergency;

import com.google.common.net.InternetDomainName;

/**
 * The domain that somebody registered so as to have a mail domain: {@code police.example.co.uk} is
 * in {@code example.co.uk}. By the Public Suffix List with its private part: who hosts under a name
 * that a platform gives away is not as old as the platform. Pure.
 */
final class RegisteredDomain {

  private RegisteredDomain() {}

  /**
   * Its name.
   *
   * @param domain in its canonical form (A-labels, lower case), of two labels or more
   */
  static String of(String domain) {
    var name = InternetDomainName.from(domain);
    if (name.isUnderPublicSuffix()) {
      return name.topPrivateDomain().toString();
    }
    // The list's rule for what it does not know: the last label is public.
    var labels = name.parts();
    return String.join(".", labels.subList(labels.size() - 2, labels.size()));
  }
}
