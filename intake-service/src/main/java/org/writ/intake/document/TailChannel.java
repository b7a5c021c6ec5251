package org.writ.intake.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** The end of a file as if all of the file were there; what comes before cannot be read. */
final class TailChannel implements SeekableByteChannel {

  private final byte[] tail;
  private final long begin;
  private long position;
  private boolean open = true;

  /**
   * With the last bytes of a file.
   *
   * @param begin where they begin in the file
   */
  TailChannel(byte[] tail, long begin) {
    this.tail = tail;
    this.begin = begin;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (position < begin) {
      throw new IOException("Only the end of the file is there");
    }
    if (position >= size()) {
      return -1;
    }
    int length = (int) Math.min(into.remaining(), size() - position);
    into.put(tail, (int) (position - begin), length);
    position += length;
    return length;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long next) {
    position = next;
    return this;
  }

  @Override
  public long size() {
    return begin + tail.length;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }
}
