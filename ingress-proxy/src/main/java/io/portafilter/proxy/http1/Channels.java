package io.portafilter.proxy.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.DuplexChannel;

/** How connections of either side are set up and closed. */
final class Channels {
    /** One read of at most this size at a time: what a slow peer makes us hold is bounded by it. */
    private static final int MAX_READ = 64 * 1024;

    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(32 * 1024, 64 * 1024);

    private Channels() {}

    static void configure(Channel channel) {
        ChannelConfig config = channel.config();
        config.setRecvByteBufAllocator(new AdaptiveRecvByteBufAllocator(512, 4096, MAX_READ).maxMessagesPerRead(1));
        config.setWriteBufferWaterMark(WATER_MARK);
        config.setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    }

    /** Writes without a promise: what goes wrong is told to the pipeline. */
    @SuppressWarnings("FutureReturnValueIgnored") // that is what a void promise is for
    static void write(Channel channel, ByteBuf data) {
        channel.write(data, channel.voidPromise());
    }

    /** Closes at once. */
    @SuppressWarnings("FutureReturnValueIgnored") // the end is seen by channelInactive
    static void close(Channel channel) {
        channel.close();
    }

    /** Closes after everything that was written. */
    @SuppressWarnings("FutureReturnValueIgnored") // the end is seen by channelInactive
    static void closeAfterFlush(Channel channel) {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    /** Tells the peer that no more will come, after everything that was written. */
    @SuppressWarnings("FutureReturnValueIgnored") // a channel that fails to end is closed soon
    static void endOutput(Channel channel) {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> {
            if (channel instanceof DuplexChannel duplex && !duplex.isOutputShutdown()) {
                duplex.shutdownOutput();
            }
        });
    }
}
