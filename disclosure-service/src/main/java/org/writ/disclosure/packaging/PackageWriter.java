package org.writ.disclosure.packaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;

/** Writes packages, each of them a {@link Packing}. Thread-safe. */
@ApplicationScoped
public class PackageWriter {

  private final PlatformSignature signature;
  private final Json json;

  /** Signs with the platform's key. */
  @Inject
  public PackageWriter(PlatformSignature signature, ObjectMapper mapper) {
    this.signature = signature;
    this.json = new Json(mapper);
  }

  /**
   * Begins a package, encrypted as it goes: no plain byte of it is ever on a disk.
   *
   * @param out takes the encrypted bytes and stays open
   */
  public Packing begin(Recipient recipient, OutputStream out) throws IOException {
    return beginPlain(recipient.encrypt(out));
  }

  /** The ZIP inside alone. */
  Packing beginPlain(OutputStream out) throws IOException {
    return new Packing(signature, json, out);
  }
}
