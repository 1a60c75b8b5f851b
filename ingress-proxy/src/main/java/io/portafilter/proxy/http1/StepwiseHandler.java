package io.portafilter.proxy.http1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Either end of an HTTP/1.1 connection: takes what arrives step by step, as long as whoever is to have it can take it, and reads on only
 * when nothing is left.
 */
abstract class StepwiseHandler extends ChannelInboundHandlerAdapter {
    final Http1Loop loop;
    final Channel channel;
    final Inbound inbound = new Inbound();

    private boolean inputEnded;
    private boolean processing;

    StepwiseHandler(Http1Loop loop, Channel channel) {
        this.loop = loop;
        this.channel = channel;
    }

    /** Does one thing with what has arrived; whether there may be more to do. */
    abstract boolean step();

    /** Steps until there is nothing to do. A step may come back here: then the loop that is under way goes on. */
    final void process() {
        if (processing) {
            return;
        }
        processing = true;
        try {
            while (step()) {
                // each step takes something from what has arrived
            }
        } finally {
            processing = false;
        }
        if (!inputEnded) {
            inbound.settle(channel);
        }
    }

    /** Whether the other side will send nothing more. */
    final boolean inputEnded() {
        return inputEnded;
    }

    /** The other side will send nothing more. */
    final void endInput() {
        inputEnded = true;
        process();
        loop.flusher().flush();
    }

    @Override
    public final void channelRead(ChannelHandlerContext ignored, Object message) {
        inbound.offer((ByteBuf) message);
        process();
    }

    @Override
    public final void channelReadComplete(ChannelHandlerContext ignored) {
        loop.flusher().flush();
    }
}
