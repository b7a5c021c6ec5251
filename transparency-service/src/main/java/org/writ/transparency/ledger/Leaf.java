package org.writ.transparency.ledger;

/**
 * An event's place in the ledger.
 *
 * @param index of the leaf, from 0
 * @param digest of the event: the entry of the tree
 * @param stream of the event
 * @param sequence of the event in its stream
 * @param partition of the topic
 * @param offset in the partition
 */
public record Leaf(
    long index, Hash digest, Stream stream, long sequence, int partition, long offset) {

  /**
   * The events of one subject on one topic.
   *
   * @param topic without an installation's prefix
   * @param subject the aggregate's id
   */
  public record Stream(String topic, String subject) {}
}
