package org.writ.intake.agency;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** The X.509 certificate of an agency that its packages are encrypted to. Immutable. */
public final class RecipientCertificate {

  /** Below, RSA is no longer accepted by the BSI (TR-02102-1) nor by NIST (SP 800-131A). */
  private static final int RSA_MIN_BITS = 2048;

  private static final int EC_MIN_BITS = 256;

  /** Places in the key usage extension (RFC 5280, 4.2.1.3). */
  private static final int KEY_ENCIPHERMENT = 2;

  private static final int KEY_AGREEMENT = 4;

  /**
   * Attributes of a subject that people have and authorities have not (X.520, RFC 4519, PKCS #9):
   * surname, given name, user id, mail address.
   */
  private static final Set<String> OF_PERSONS =
      Set.of("2.5.4.4", "2.5.4.42", "UID", "0.9.2342.19200300.100.1.1", "1.2.840.113549.1.9.1");

  /** Kind of a subject's alternative name that is a mail address (RFC 5280, 4.2.1.6). */
  private static final Integer RFC822_NAME = 1;

  private static final Pattern ONE_CERTIFICATE =
      Pattern.compile(
          "\\s*-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----\\s*");

  private final X509Certificate certificate;
  private final byte[] der;

  private RecipientCertificate(X509Certificate certificate, byte[] der) {
    this.certificate = certificate;
    this.der = der;
  }

  /** Reads exactly one certificate in PEM; empty if the text is anything else. */
  static Optional<RecipientCertificate> ofPem(String pem) {
    var match = ONE_CERTIFICATE.matcher(pem);
    try {
      return match.matches()
          ? Optional.of(ofDer(Base64.getMimeDecoder().decode(match.group(1))))
          : Optional.empty();
    } catch (IllegalArgumentException notACertificate) {
      return Optional.empty();
    }
  }

  /**
   * Reads a certificate in DER.
   *
   * @throws IllegalArgumentException if it is none
   */
  static RecipientCertificate ofDer(byte[] der) {
    try {
      var parsed =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      return new RecipientCertificate(parsed, parsed.getEncoded());
    } catch (CertificateException notACertificate) {
      throw new IllegalArgumentException("Expected an X.509 certificate in DER", notACertificate);
    }
  }

  /** Why nothing should be encrypted to it at that time; empty if it is fit. */
  List<String> faults(Instant at) {
    var faults = new ArrayList<String>();
    if (at.isBefore(certificate.getNotBefore().toInstant())) {
      faults.add("must be valid now; it is not valid yet");
    }
    if (at.isAfter(validUntil())) {
      faults.add("must be valid now; it has expired");
    }
    switch (certificate.getPublicKey()) {
      case RSAPublicKey rsa -> {
        if (rsa.getModulus().bitLength() < RSA_MIN_BITS) {
          faults.add("must have an RSA key of at least %d bits".formatted(RSA_MIN_BITS));
        }
        requireUsage(KEY_ENCIPHERMENT, "key encipherment", faults);
      }
      case ECPublicKey ec -> {
        if (ec.getParams().getCurve().getField().getFieldSize() < EC_MIN_BITS) {
          faults.add("must have an EC key of at least %d bits".formatted(EC_MIN_BITS));
        }
        requireUsage(KEY_AGREEMENT, "key agreement", faults);
      }
      default -> faults.add("must have an RSA or EC key");
    }
    if (isOfPerson()) {
      faults.add(
          "must be the authority's: its subject names a person (given name, surname, user id or"
              + " mail address)");
    }
    return faults;
  }

  /** The log keeps certificates for ever, so that none may be about a person. */
  private boolean isOfPerson() {
    try {
      var subject = certificate.getSubjectX500Principal().getName(X500Principal.RFC2253);
      for (Rdn part : new LdapName(subject).getRdns()) {
        for (var type : Collections.list(part.toAttributes().getIDs())) {
          if (OF_PERSONS.contains(type.toUpperCase(Locale.ROOT))) {
            return true;
          }
        }
      }
      var alternatives = certificate.getSubjectAlternativeNames();
      return alternatives != null
          && alternatives.stream().anyMatch(name -> name.getFirst().equals(RFC822_NAME));
    } catch (InvalidNameException | CertificateParsingException unreadable) {
      // What it says about whose it is cannot be told.
      return true;
    }
  }

  /** The certificate in DER. */
  public byte[] der() {
    return der.clone();
  }

  /** The certificate in PEM (RFC 7468). */
  public String pem() {
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
  }

  /** SHA-256 (hex) of the DER bytes, by which people compare certificates. */
  public String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }

  /** The first moment at which it is valid. */
  public Instant validFrom() {
    return certificate.getNotBefore().toInstant();
  }

  /** Whether it is valid at a moment. */
  public boolean isValid(Instant at) {
    return hasBegun(at) && !at.isAfter(validUntil());
  }

  /** Whether its validity has begun at a moment, also if it has ended since. */
  boolean hasBegun(Instant at) {
    return !at.isBefore(validFrom());
  }

  /** The last moment at which it is valid. */
  public Instant validUntil() {
    return certificate.getNotAfter().toInstant();
  }

  /** A certificate without the extension may be used for anything. */
  private void requireUsage(int place, String name, List<String> faults) {
    boolean[] usage = certificate.getKeyUsage();
    if (usage != null && (usage.length <= place || !usage[place])) {
      faults.add("must allow " + name + " in its key usage");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecipientCertificate that && Arrays.equals(der, that.der);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(der);
  }

  @Override
  public String toString() {
    return "RecipientCertificate[" + fingerprint() + "]";
  }
}
