<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>LatentLoom</name>
    <message>
      <source>&amp;About Latent Loom</source>
      <translation>关于 Latent Loom(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Add node …</source>
      <translation>添加节点(&amp;A)…</translation>
    </message>
    <message>
      <source>&amp;Add to the graph</source>
      <translation>添加到工作流(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Arrange</source>
      <translation>排列(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Bypass</source>
      <translation>绕过(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Close</source>
      <translation>关闭(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Connect …</source>
      <translation>连接(&amp;C)…</translation>
    </message>
    <message>
      <source>&amp;Copy</source>
      <translation>复制(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Duplicate</source>
      <translation>再制(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Edit the painted mask …</source>
      <translation>编辑手绘蒙版(&amp;E)…</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Fit</source>
      <translation>适应窗口(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Fold</source>
      <translation>折叠(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Form instead of the graph</source>
      <translation>以表单代替工作流(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Full screen</source>
      <translation>全屏(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Help about the node</source>
      <translation>节点帮助(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Keep as a block</source>
      <translation>保存为组件(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Keys</source>
      <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Lay out the selected</source>
      <translation>整理选中的节点(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Leave</source>
      <translation>离开(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Make a subgraph</source>
      <translation>创建子图(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Minimap</source>
      <translation>小地图(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Mute</source>
      <translation>禁用(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;New</source>
      <translation>新建(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Next graph</source>
      <translation>下一个工作流(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Next of the batch</source>
      <translation>批次中的下一张(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Node</source>
      <translation>节点(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;One pixel for one pixel</source>
      <translation>实际像素(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Open</source>
      <translation>打开(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Open …</source>
      <translation>打开(&amp;O)…</translation>
    </message>
    <message>
      <source>&amp;Panels</source>
      <translation>面板(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Pause the queue</source>
      <translation>暂停队列(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Picture</source>
      <translation>图片(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Previous of the batch</source>
      <translation>批次中的上一张(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Queue</source>
      <translation>队列(&amp;Q)</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>退出(&amp;Q)</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>重做(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Remove unused definitions</source>
      <translation>移除未使用的定义(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Rename</source>
      <translation>重命名(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Rename …</source>
      <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
      <source>&amp;Reset the layout</source>
      <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Run</source>
      <translation>运行(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Save</source>
      <translation>保存(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Select</source>
      <translation>选择(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Selected nodes</source>
      <translation>选中的节点(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Swap A and B</source>
      <translation>交换 A 和 B(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Tour and documentation</source>
      <translation>教程与文档(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>撤销(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;Unpack</source>
      <translation>解开子图(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <source>&amp;Welcome</source>
      <translation>欢迎页(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;Whole graph</source>
      <translation>整个工作流(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;Wipe between A and B</source>
      <translation>A 与 B 划线对比(&amp;W)</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>--set takes NODE.PARAM=VALUE, such as Sampler.steps=20, not {given}.</source>
      <translation>--set 的写法是 节点.参数=值，例如 Sampler.steps=20，而不是 {given}。</translation>
    </message>
    <message>
      <source>--sweep can be given {most} times at most: for columns, rows and sheets.</source>
      <translation>--sweep 最多可给出 {most} 次：分别用于列、行和页。</translation>
    </message>
    <message>
      <source>--sweep takes NODE.PARAM=VALUES, such as Sampler.cfg=2:8:4, not {given}.</source>
      <translation>--sweep 的写法是 节点.参数=取值，例如 Sampler.cfg=2:8:4，而不是 {given}。</translation>
    </message>
    <message>
      <source>1 entry</source>
      <translation>1 项</translation>
    </message>
    <message>
      <source>1 node</source>
      <translation>1 个节点</translation>
    </message>
    <message>
      <source>1 problem</source>
      <translation>1 个问题</translation>
    </message>
    <message>
      <source>1 run</source>
      <translation>1 次运行</translation>
    </message>
    <message>
      <source>1 seed</source>
      <translation>1 个种子</translation>
    </message>
    <message>
      <source>1 step</source>
      <translation>1 步</translation>
    </message>
    <message>
      <source>; </source>
      <translation>；</translation>
    </message>
    <message>
      <source>A ControlNet from your model folders, or the path of a folder.</source>
      <translation>模型文件夹中的 ControlNet，或一个文件夹的路径。</translation>
    </message>
    <message>
      <source>A and B are the same</source>
      <translation>A 和 B 完全相同</translation>
    </message>
    <message>
      <source>A and B side by side</source>
      <translation>A 和 B 并排显示</translation>
    </message>
    <message>
      <source>A blank latent: the Sampler fills it with noise and makes a picture of this size.</source>
      <translation>空白潜变量：采样器用噪声填满它，再生成这个尺寸的图片。</translation>
    </message>
    <message>
      <source>A bypassed node hands on {input} here.</source>
      <translation>被绕过的节点在此直接传出 {input}。</translation>
    </message>
    <message>
      <source>A graph runs by itself after each change that matters.</source>
      <translation>每次作出有影响的改动后，工作流自动运行。</translation>
    </message>
    <message>
      <source>A latent without a picture.</source>
      <translation>没有图片的潜变量。</translation>
    </message>
    <message>
      <source>A mask that was painted in the viewer, kept in the graph itself.</source>
      <translation>在查看器中手绘的蒙版，保存在工作流自身之中。</translation>
    </message>
    <message>
      <source>A model from your model folders, or the path of a folder in the diffusers layout.</source>
      <translation>模型文件夹中的模型，或 diffusers 布局的文件夹路径。</translation>
    </message>
    <message>
      <source>A new input of this subgraph</source>
      <translation>此子图的新输入</translation>
    </message>
    <message>
      <source>A new node …</source>
      <translation>新节点…</translation>
    </message>
    <message>
      <source>A new output of this subgraph</source>
      <translation>此子图的新输出</translation>
    </message>
    <message>
      <source>A new random seed</source>
      <translation>换一个随机种子</translation>
    </message>
    <message>
      <source>A new random seed before every run</source>
      <translation>每次运行前换一个随机种子</translation>
    </message>
    <message>
      <source>A node editor for diffusion models.

Qt {qt}
{device}
{resources}</source>
      <translation>扩散模型的节点编辑器。

Qt {qt}
{device}
{resources}</translation>
    </message>
    <message>
      <source>A number with a fraction.</source>
      <translation>可带小数的数。</translation>
    </message>
    <message>
      <source>A picture is painted anew, after words.</source>
      <translation>按提示词重新绘制一张图片。</translation>
    </message>
    <message>
      <source>A picture of {width} x {height} cannot be saved as {format} ({problem}): choose PNG.</source>
      <translation>{width} x {height} 的图片无法保存为 {format}（{problem}）：请选择 PNG。</translation>
    </message>
    <message>
      <source>A point that a wire is led through. It changes nothing.</source>
      <translation>连线经过的点。它不改变任何内容。</translation>
    </message>
    <message>
      <source>A prompt longer than the encoder's window (75 words or so) is encoded in several windows. The
second output shows the tokens and where the prompt was cut.</source>
      <translation>超出编码器窗口（约 75 个词）的提示词会分成几个窗口编码。第二个输出显示各个词元，以及提示词在哪里被截断。</translation>
    </message>
    <message>
      <source>A seed for each picture, instead of counting up from the one.</source>
      <translation>为每张图片指定种子，而不是从一个种子依次递增。</translation>
    </message>
    <message>
      <source>A sticky note with text in Markdown.</source>
      <translation>便签，可用 Markdown 书写文字。</translation>
    </message>
    <message>
      <source>A stored value cannot be read ({problem}): it will be made again.</source>
      <translation>一个已存储的值无法读取（{problem}）：将重新生成。</translation>
    </message>
    <message>
      <source>A text of any length.</source>
      <translation>任意长度的文本。</translation>
    </message>
    <message>
      <source>A titled box that carries along what lies in it.</source>
      <translation>带标题的分组框，移动时带着框内的内容一起走。</translation>
    </message>
    <message>
      <source>A value of type {type} cannot be kept on disk: build it from plain data, or register its type with register_kind.</source>
      <translation>类型为 {type} 的值无法存到磁盘：请用普通数据构造它，或用 register_kind 注册其类型。</translation>
    </message>
    <message>
      <source>A value of type {type} cannot be kept: make it a frozen dataclass, or register a leaf for its type.</source>
      <translation>类型为 {type} 的值无法缓存：请把它做成 frozen dataclass，或为其类型注册一个叶子。</translation>
    </message>
    <message>
      <source>A value of type {type} contains itself and cannot be kept: leave out the way back.</source>
      <translation>类型为 {type} 的值包含了自身，无法缓存：请去掉指回自身的引用。</translation>
    </message>
    <message>
      <source>A whole number.</source>
      <translation>整数。</translation>
    </message>
    <message>
      <source>About Latent Loom</source>
      <translation>关于 Latent Loom</translation>
    </message>
    <message>
      <source>Add a &amp;frame</source>
      <translation>添加分组框(&amp;F)</translation>
    </message>
    <message>
      <source>Add a &amp;note</source>
      <translation>添加便签(&amp;N)</translation>
    </message>
    <message>
      <source>Add a node that gives {kind}…</source>
      <translation>添加输出{kind}的节点…</translation>
    </message>
    <message>
      <source>Add a node that takes {kind}…</source>
      <translation>添加接受{kind}的节点…</translation>
    </message>
    <message>
      <source>Add a node…</source>
      <translation>添加节点…</translation>
    </message>
    <message>
      <source>Add a socket</source>
      <translation>添加端口</translation>
    </message>
    <message>
      <source>Add a socket on the left</source>
      <translation>在左侧添加端口</translation>
    </message>
    <message>
      <source>Add a socket on the right</source>
      <translation>在右侧添加端口</translation>
    </message>
    <message>
      <source>Add an &amp;input</source>
      <translation>添加输入(&amp;I)</translation>
    </message>
    <message>
      <source>Add an &amp;output</source>
      <translation>添加输出(&amp;O)</translation>
    </message>
    <message>
      <source>Add an input: press, or drop a wire here</source>
      <translation>添加输入：点击，或把连线拖放到这里</translation>
    </message>
    <message>
      <source>Add an output: press, or drop a wire here</source>
      <translation>添加输出：点击，或把连线拖放到这里</translation>
    </message>
    <message>
      <source>Add dot</source>
      <translation>添加转接点</translation>
    </message>
    <message>
      <source>Add dots</source>
      <translation>添加转接点</translation>
    </message>
    <message>
      <source>Add frame</source>
      <translation>添加分组框</translation>
    </message>
    <message>
      <source>Add input</source>
      <translation>添加输入</translation>
    </message>
    <message>
      <source>Add node</source>
      <translation>添加节点</translation>
    </message>
    <message>
      <source>Add node …</source>
      <translation>添加节点…</translation>
    </message>
    <message>
      <source>Add noise for the first step; or none, to go on with a latent that another Sampler left noisy. It then begins where that one ended, unless a first step is given.</source>
      <translation>在第一步之前加入噪声；或者不加，以便接着处理另一个采样器留下的带噪潜变量。这时除非指定了起始步，否则从前一个采样器结束之处开始。</translation>
    </message>
    <message>
      <source>Add note</source>
      <translation>添加便签</translation>
    </message>
    <message>
      <source>Add output</source>
      <translation>添加输出</translation>
    </message>
    <message>
      <source>Add room around pictures, for example to let a Sampler paint beyond their borders.</source>
      <translation>在图片四周增加空间，例如让采样器画到边界之外。</translation>
    </message>
    <message>
      <source>Add the node above</source>
      <translation>把上方的节点加入选择</translation>
    </message>
    <message>
      <source>Add the node below</source>
      <translation>把下方的节点加入选择</translation>
    </message>
    <message>
      <source>Add the node to the left</source>
      <translation>把左侧的节点加入选择</translation>
    </message>
    <message>
      <source>Add the node to the right</source>
      <translation>把右侧的节点加入选择</translation>
    </message>
    <message>
      <source>Add {title}</source>
      <translation>添加{title}</translation>
    </message>
    <message>
      <source>Add …</source>
      <translation>添加…</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>高级</translation>
    </message>
    <message>
      <source>After</source>
      <translation>之后</translation>
    </message>
    <message>
      <source>After that: {nodes}</source>
      <translation>接着：{nodes}</translation>
    </message>
    <message>
      <source>Align &amp;bottom</source>
      <translation>底部对齐(&amp;B)</translation>
    </message>
    <message>
      <source>Align &amp;centres</source>
      <translation>水平居中对齐(&amp;C)</translation>
    </message>
    <message>
      <source>Align &amp;left</source>
      <translation>左对齐(&amp;L)</translation>
    </message>
    <message>
      <source>Align &amp;middles</source>
      <translation>垂直居中对齐(&amp;M)</translation>
    </message>
    <message>
      <source>Align &amp;right</source>
      <translation>右对齐(&amp;R)</translation>
    </message>
    <message>
      <source>Align &amp;top</source>
      <translation>顶部对齐(&amp;T)</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>所有文件</translation>
    </message>
    <message>
      <source>All keys on one sheet</source>
      <translation>一页列出所有快捷键</translation>
    </message>
    <message>
      <source>All of the &amp;batch</source>
      <translation>整个批次(&amp;B)</translation>
    </message>
    <message>
      <source>All pictures as one batch.</source>
      <translation>所有图片合成的一个批次。</translation>
    </message>
    <message>
      <source>All pictures of the batch</source>
      <translation>批次中的所有图片</translation>
    </message>
    <message>
      <source>All slots at once</source>
      <translation>同时显示所有槽位</translation>
    </message>
    <message>
      <source>Alt+drag a node</source>
      <translation>按住 Alt 拖动节点</translation>
    </message>
    <message>
      <source>Amount</source>
      <translation>强度</translation>
    </message>
    <message>
      <source>An empty latent has no picture for the mask to keep: connect a picture through VAE Encode.</source>
      <translation>空潜变量中没有可供蒙版保留的图片：请通过“VAE 编码”接入一张图片。</translation>
    </message>
    <message>
      <source>An empty latent starts from pure noise; a picture's latent keeps more of itself the lower
*denoise* is. Every step is remembered: change what acts only late, and only the late steps
run again.</source>
      <translation>空潜变量从纯噪声开始；来自图片的潜变量，*去噪强度*越低，保留得越多。每一步都会被记住：只改动后期才起作用的内容，就只重新计算后面的步。</translation>
    </message>
    <message>
      <source>An input of this subgraph: what is wired to the subgraph's node arrives here.</source>
      <translation>此子图的输入：接到子图节点上的内容从这里进入。</translation>
    </message>
    <message>
      <source>An output of this subgraph: what is wired to this leaves the subgraph's node.</source>
      <translation>此子图的输出：接到这里的内容从子图节点传出。</translation>
    </message>
    <message>
      <source>Apply ControlNet</source>
      <translation>应用 ControlNet</translation>
    </message>
    <message>
      <source>Arrange</source>
      <translation>排列</translation>
    </message>
    <message>
      <source>As it was opened</source>
      <translation>打开时的状态</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <source>As under the right button, for keyboards without a menu key</source>
      <translation>与右键菜单相同，供没有菜单键的键盘使用</translation>
    </message>
    <message>
      <source>As usual</source>
      <translation>默认</translation>
    </message>
    <message>
      <source>Autoencoder between pictures and latents; for encoding and decoding.</source>
      <translation>在图片与潜变量之间转换的自编码器，用于编码和解码。</translation>
    </message>
    <message>
      <source>Autoencoder that knows the way back to pixels.</source>
      <translation>负责还原为像素的自编码器。</translation>
    </message>
    <message>
      <source>Autoencoder that knows the way from pixels to latents.</source>
      <translation>负责从像素转换为潜变量的自编码器。</translation>
    </message>
    <message>
      <source>B {width} × {height} scaled to A</source>
      <translation>B {width} × {height}，已缩放到 A 的尺寸</translation>
    </message>
    <message>
      <source>Back to the default</source>
      <translation>恢复默认值</translation>
    </message>
    <message>
      <source>Back to the default (double-click the label)</source>
      <translation>恢复默认值（双击标签）</translation>
    </message>
    <message>
      <source>Back to the default: {setting}</source>
      <translation>恢复默认值：{setting}</translation>
    </message>
    <message>
      <source>Back to the page before (Alt+Left)</source>
      <translation>返回上一页（Alt+左）</translation>
    </message>
    <message>
      <source>Base</source>
      <translation>底图</translation>
    </message>
    <message>
      <source>Batch</source>
      <translation>批次</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>之前</translation>
    </message>
    <message>
      <source>Begin with a picture</source>
      <translation>从一张图片开始</translation>
    </message>
    <message>
      <source>Begin with an empty graph in a new tab</source>
      <translation>在新标签页中从空工作流开始</translation>
    </message>
    <message>
      <source>Blend</source>
      <translation>混合</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>蓝色</translation>
    </message>
    <message>
      <source>Blur</source>
      <translation>模糊</translation>
    </message>
    <message>
      <source>Blur Mask</source>
      <translation>模糊蒙版</translation>
    </message>
    <message>
      <source>Blur before looking: more ignores noise and fine texture.</source>
      <translation>检测前先模糊：值越大，越忽略噪点和细小纹理。</translation>
    </message>
    <message>
      <source>Boolean</source>
      <translation>布尔值</translation>
    </message>
    <message>
      <source>Border</source>
      <translation>边框</translation>
    </message>
    <message>
      <source>Both models, one after the other.</source>
      <translation>前后相接的两个模型。</translation>
    </message>
    <message>
      <source>Both must be of one kind and trained on the same noise levels. Chain several for more than two.</source>
      <translation>两者必须属于同一类型，并以相同的噪声水平训练。需要两个以上时可串联多个节点。</translation>
    </message>
    <message>
      <source>Both prompts, one after the other.</source>
      <translation>前后相接的两段提示词。</translation>
    </message>
    <message>
      <source>Bottom</source>
      <translation>下</translation>
    </message>
    <message>
      <source>Brush</source>
      <translation>画笔</translation>
    </message>
    <message>
      <source>Brush; the right button erases</source>
      <translation>画笔；右键擦除</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>手动操作</translation>
    </message>
    <message>
      <source>Bypass</source>
      <translation>绕过</translation>
    </message>
    <message>
      <source>CFG</source>
      <translation>CFG</translation>
    </message>
    <message>
      <source>CPU with 1 thread</source>
      <translation>CPU（1 个线程）</translation>
    </message>
    <message>
      <source>CPU with {threads} threads</source>
      <translation>CPU（{threads} 个线程）</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Canny</source>
      <translation>Canny 边缘</translation>
    </message>
    <message>
      <source>Canvas</source>
      <translation>画布</translation>
    </message>
    <message>
      <source>Canvas: {graph}</source>
      <translation>画布：{graph}</translation>
    </message>
    <message>
      <source>Chain any number: the one before goes into *control*. Start and end are parts of the Sampler's
steps; a later end is cheap to try, since the steps before are kept.</source>
      <translation>可串联任意多个：前一个接入 *control*。起点和终点以采样器步数的比例表示；推迟终点几乎不费时间，因为之前的步已经缓存。</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>更改</translation>
    </message>
    <message>
      <source>Change a value</source>
      <translation>更改一个值</translation>
    </message>
    <message>
      <source>Change a value and run again: only what it changes is computed.</source>
      <translation>改一个值再运行：只计算因此变化的部分。</translation>
    </message>
    <message>
      <source>Change frame</source>
      <translation>更改分组框</translation>
    </message>
    <message>
      <source>Change note</source>
      <translation>更改便签</translation>
    </message>
    <message>
      <source>Change of prompt</source>
      <translation>切换提示词</translation>
    </message>
    <message>
      <source>Change the size of pictures.</source>
      <translation>改变图片的尺寸。</translation>
    </message>
    <message>
      <source>Change …</source>
      <translation>更改…</translation>
    </message>
    <message>
      <source>Changes that come before this one.</source>
      <translation>排在这一项之前的变化。</translation>
    </message>
    <message>
      <source>Changing prompt</source>
      <translation>中途换提示词</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>通道</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>检查</translation>
    </message>
    <message>
      <source>Chinese needs a font, such as Noto Sans CJK, that is not installed.</source>
      <translation>显示中文需要的字体（如 Noto Sans CJK）没有安装。</translation>
    </message>
    <message>
      <source>Choose a colour</source>
      <translation>选择颜色</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>选择文件</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>选择文件夹</translation>
    </message>
    <message>
      <source>Choose a parameter to begin.</source>
      <translation>请先选择一个参数。</translation>
    </message>
    <message>
      <source>Choose a parameter, then write its values here</source>
      <translation>先选择一个参数，再在这里写出它的取值</translation>
    </message>
    <message>
      <source>Choose a picture below: the graph that makes it opens.</source>
      <translation>在下面选择一张图片：将打开生成它的工作流。</translation>
    </message>
    <message>
      <source>Choose the seed of every picture: the Sampler makes one picture for each.</source>
      <translation>指定每张图片的种子：采样器为每个种子生成一张图片。</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>选择…</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清空</translation>
    </message>
    <message>
      <source>Clear all results that are kept?</source>
      <translation>清除所有缓存的结果？</translation>
    </message>
    <message>
      <source>Clear results</source>
      <translation>清除结果</translation>
    </message>
    <message>
      <source>Clear the list</source>
      <translation>清空列表</translation>
    </message>
    <message>
      <source>Clear the mask</source>
      <translation>清除蒙版</translation>
    </message>
    <message>
      <source>Clear …</source>
      <translation>清除…</translation>
    </message>
    <message>
      <source>Click into a field and press the keys. Every change is in force at once.</source>
      <translation>点击输入框后按下按键即可。每次改动立即生效。</translation>
    </message>
    <message>
      <source>Click on it; drag a number; double-click resets it</source>
      <translation>点击它；数字可拖动；双击恢复默认值</translation>
    </message>
    <message>
      <source>Click to go there</source>
      <translation>点击前往</translation>
    </message>
    <message>
      <source>Click to rename this subgraph</source>
      <translation>点击以重命名此子图</translation>
    </message>
    <message>
      <source>Click to take: {values}</source>
      <translation>点击采用：{values}</translation>
    </message>
    <message>
      <source>Clip skip</source>
      <translation>CLIP 跳过层</translation>
    </message>
    <message>
      <source>Clip skip {skip} leaves nothing of this text model: it has {layers} layers.</source>
      <translation>CLIP 跳过 {skip} 层后此文本模型一层不剩：它共有 {layers} 层。</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Close this graph</source>
      <translation>关闭此工作流</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>Colours of the window.</source>
      <translation>窗口的配色。</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>列</translation>
    </message>
    <message>
      <source>Compare in another wa&amp;y</source>
      <translation>换一种对比方式(&amp;Y)</translation>
    </message>
    <message>
      <source>Compare with it</source>
      <translation>与它对比</translation>
    </message>
    <message>
      <source>Compare with the picture before</source>
      <translation>与先前的图片对比</translation>
    </message>
    <message>
      <source>Compile</source>
      <translation>编译</translation>
    </message>
    <message>
      <source>Compile the network for this computer: quicker steps, above all on a GPU, but the first step at each size takes a minute longer, and pictures differ in the last bits.</source>
      <translation>为本机编译网络：每一步更快，在 GPU 上尤其明显；但每种尺寸的第一步要多花约一分钟，图片的末位数值会略有不同。</translation>
    </message>
    <message>
      <source>Conditioning</source>
      <translation>条件</translation>
    </message>
    <message>
      <source>ConditioningSetTimestepRange</source>
      <translation>条件时间步范围</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>连接</translation>
    </message>
    <message>
      <source>Connect to</source>
      <translation>连接到</translation>
    </message>
    <message>
      <source>Connect {node} by</source>
      <translation>连接 {node} 的端口</translation>
    </message>
    <message>
      <source>Connect {port} of {node} from</source>
      <translation>{node} 的 {port} 的来源</translation>
    </message>
    <message>
      <source>Connect {port} of {node} to</source>
      <translation>{node} 的 {port} 连接到</translation>
    </message>
    <message>
      <source>Connect …</source>
      <translation>连接…</translation>
    </message>
    <message>
      <source>Control</source>
      <translation>控制</translation>
    </message>
    <message>
      <source>ControlNet</source>
      <translation>ControlNet</translation>
    </message>
    <message>
      <source>ControlNets that act before this one.</source>
      <translation>在此之前起作用的 ControlNet。</translation>
    </message>
    <message>
      <source>ControlNets that hold the picture to an outline or a pose.</source>
      <translation>让图片遵循轮廓或姿势的 ControlNet。</translation>
    </message>
    <message>
      <source>ControlNetwork</source>
      <translation>ControlNet 网络</translation>
    </message>
    <message>
      <source>Copies</source>
      <translation>份数</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Copy all problems with their details</source>
      <translation>复制所有问题及其详情</translation>
    </message>
    <message>
      <source>Copy by dragging</source>
      <translation>拖动复制</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>复制详情</translation>
    </message>
    <message>
      <source>Copy its name for the command line</source>
      <translation>复制它在命令行中的名称</translation>
    </message>
    <message>
      <source>Copy the picture</source>
      <translation>复制图片</translation>
    </message>
    <message>
      <source>Crop</source>
      <translation>裁剪</translation>
    </message>
    <message>
      <source>Ctrl+Up and Ctrl+Down weigh the selected words, or the word at the cursor</source>
      <translation>Ctrl+上 和 Ctrl+下 调整选中的词或光标处的词的权重</translation>
    </message>
    <message>
      <source>Ctrl+Z, while the mask is painted</source>
      <translation>绘制蒙版时按 Ctrl+Z</translation>
    </message>
    <message>
      <source>Ctrl+drag on the socket</source>
      <translation>在端口上按住 Ctrl 拖动</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>剪切(&amp;T)</translation>
    </message>
    <message>
      <source>Cut a rectangle out of pictures; what lies outside of them is left away.</source>
      <translation>从图片中裁出一个矩形；矩形之外的部分被舍去。</translation>
    </message>
    <message>
      <source>Cut wires</source>
      <translation>切断连线</translation>
    </message>
    <message>
      <source>Damaged and removed: {damaged}. The others are whole: {whole}.</source>
      <translation>已损坏并删除：{damaged}。其余完好：{whole}。</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>De&amp;lete</source>
      <translation>删除(&amp;L)</translation>
    </message>
    <message>
      <source>Default: {default}.</source>
      <translation>默认值：{default}。</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Delete frame</source>
      <translation>删除分组框</translation>
    </message>
    <message>
      <source>Delete node</source>
      <translation>删除节点</translation>
    </message>
    <message>
      <source>Delete note</source>
      <translation>删除便签</translation>
    </message>
    <message>
      <source>Delete removes it; Left and Right lead to its ends</source>
      <translation>Delete 键移除它；左右方向键通向它的两端</translation>
    </message>
    <message>
      <source>Delete {count} nodes</source>
      <translation>删除 {count} 个节点</translation>
    </message>
    <message>
      <source>Denoise</source>
      <translation>去噪强度</translation>
    </message>
    <message>
      <source>Detail</source>
      <translation>细节</translation>
    </message>
    <message>
      <source>Disconnect</source>
      <translation>断开</translation>
    </message>
    <message>
      <source>Disk, at most</source>
      <translation>磁盘上限</translation>
    </message>
    <message>
      <source>Distance from the left side.</source>
      <translation>与左边的距离。</translation>
    </message>
    <message>
      <source>Distance from the top.</source>
      <translation>与上边的距离。</translation>
    </message>
    <message>
      <source>Distribute &amp;across</source>
      <translation>水平等距分布(&amp;A)</translation>
    </message>
    <message>
      <source>Distribute &amp;down</source>
      <translation>垂直等距分布(&amp;D)</translation>
    </message>
    <message>
      <source>Documentation</source>
      <translation>文档</translation>
    </message>
    <message>
      <source>Don't save</source>
      <translation>不保存</translation>
    </message>
    <message>
      <source>Done in {time}</source>
      <translation>完成，用时 {time}</translation>
    </message>
    <message>
      <source>Dot</source>
      <translation>转接点</translation>
    </message>
    <message>
      <source>Double-click or Alt+click on it</source>
      <translation>双击它，或按住 Alt 点击</translation>
    </message>
    <message>
      <source>Double-click to write</source>
      <translation>双击以书写</translation>
    </message>
    <message>
      <source>Drag for more room</source>
      <translation>拖动以获得更大空间</translation>
    </message>
    <message>
      <source>Drag from socket to socket, or onto nothing to search</source>
      <translation>从端口拖到端口；拖到空白处则搜索</translation>
    </message>
    <message>
      <source>Drag to order; or Alt with an arrow key</source>
      <translation>拖动排序；或用 Alt 加方向键</translation>
    </message>
    <message>
      <source>Drag where nothing is; Ctrl or Shift adds</source>
      <translation>在空白处拖动；按住 Ctrl 或 Shift 可追加</translation>
    </message>
    <message>
      <source>Draw or remove a wire of the node by the keyboard</source>
      <translation>用键盘连接或移除节点的连线</translation>
    </message>
    <message>
      <source>Draw thin white outlines where colours change, for Canny ControlNets.</source>
      <translation>在颜色变化处画出白色细轮廓线，供 Canny ControlNet 使用。</translation>
    </message>
    <message>
      <source>Drop a node on it; Alt prevents it</source>
      <translation>把节点拖放到连线上；按住 Alt 可避免</translation>
    </message>
    <message>
      <source>Drop a picture here</source>
      <translation>把图片拖放到这里</translation>
    </message>
    <message>
      <source>Drop such a file on the window to get its graph back. PNG also carries the prompt as other
programs read it. Files are never overwritten: each gets the next free number.</source>
      <translation>把这样的文件拖放到窗口上，就能取回它的工作流。PNG 还带有其他程序能读取的提示词。文件从不被覆盖：每个文件使用下一个空闲的编号。</translation>
    </message>
    <message>
      <source>Duplicate with w&amp;ires</source>
      <translation>连同连线再制(&amp;I)</translation>
    </message>
    <message>
      <source>E&amp;xtract</source>
      <translation>抽出(&amp;X)</translation>
    </message>
    <message>
      <source>Ease off at the end</source>
      <translation>结尾放松引导</translation>
    </message>
    <message>
      <source>Edge</source>
      <translation>边缘</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>编辑</translation>
    </message>
    <message>
      <source>Edit &amp;values</source>
      <translation>编辑参数(&amp;V)</translation>
    </message>
    <message>
      <source>Edit the painted mask</source>
      <translation>编辑手绘蒙版</translation>
    </message>
    <message>
      <source>Edits</source>
      <translation>修改</translation>
    </message>
    <message>
      <source>Empty</source>
      <translation>空</translation>
    </message>
    <message>
      <source>Empty Latent</source>
      <translation>空潜变量</translation>
    </message>
    <message>
      <source>Empty Latent Image</source>
      <translation>空 Latent 图像</translation>
    </message>
    <message>
      <source>Empty graph</source>
      <translation>空工作流</translation>
    </message>
    <message>
      <source>Empty the slot</source>
      <translation>清空槽位</translation>
    </message>
    <message>
      <source>End</source>
      <translation>终点</translation>
    </message>
    <message>
      <source>End step</source>
      <translation>结束步</translation>
    </message>
    <message>
      <source>Ended with problems</source>
      <translation>结束，但有问题</translation>
    </message>
    <message>
      <source>Enlarged pictures show their pixels as squares instead of a blur.</source>
      <translation>放大的图片显示方形像素，而不是模糊的画面。</translation>
    </message>
    <message>
      <source>Enter, or Esc</source>
      <translation>Enter 或 Esc</translation>
    </message>
    <message>
      <source>Eraser</source>
      <translation>橡皮擦</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Eta</source>
      <translation>Eta</translation>
    </message>
    <message>
      <source>Everything that the graph makes is kept: a run costs nothing.</source>
      <translation>工作流的所有结果都已缓存：运行不需要计算。</translation>
    </message>
    <message>
      <source>Everything was cleared: {entries} on disk.</source>
      <translation>已全部清除：磁盘上的 {entries}。</translation>
    </message>
    <message>
      <source>Exact makes every picture as if it were alone. Shared makes all at once: faster on a GPU, more memory, and pictures differ in the last bits.</source>
      <translation>“精确”让每张图片与单独生成时完全一样。“共享”一次生成全部：在 GPU 上更快，占用更多内存，图片的末位数值会略有不同。</translation>
    </message>
    <message>
      <source>Expose</source>
      <translation>公开参数</translation>
    </message>
    <message>
      <source>Expose {parameter}</source>
      <translation>公开“{parameter}”</translation>
    </message>
    <message>
      <source>Extract</source>
      <translation>抽出</translation>
    </message>
    <message>
      <source>Fault in the program</source>
      <translation>程序错误</translation>
    </message>
    <message>
      <source>Feather</source>
      <translation>羽化</translation>
    </message>
    <message>
      <source>Feed the copies by what feeds their originals</source>
      <translation>让副本沿用原节点的输入</translation>
    </message>
    <message>
      <source>File name: {number:4} is the next free number with 4 places; {date}, {time}, {width} and {height} can be used too.</source>
      <translation>文件名：{number:4} 是下一个空闲的四位编号；也可使用 {date}、{time}、{width} 和 {height}。</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>Fill a region of similar colour</source>
      <translation>填充颜色相近的区域</translation>
    </message>
    <message>
      <source>Find a &amp;command …</source>
      <translation>查找命令(&amp;C)…</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>查找命令</translation>
    </message>
    <message>
      <source>Find any action by name</source>
      <translation>按名称查找任意操作</translation>
    </message>
    <message>
      <source>First</source>
      <translation>第一</translation>
    </message>
    <message>
      <source>First prompt</source>
      <translation>第一段提示词</translation>
    </message>
    <message>
      <source>First step to do, counted from 0; for work in two parts.</source>
      <translation>要执行的第一步，从 0 数起；用于分两段进行的处理。</translation>
    </message>
    <message>
      <source>Fit</source>
      <translation>适应</translation>
    </message>
    <message>
      <source>Float</source>
      <translation>小数</translation>
    </message>
    <message>
      <source>Fold</source>
      <translation>折叠</translation>
    </message>
    <message>
      <source>Fold away what is as usual</source>
      <translation>折叠保持默认值的部分</translation>
    </message>
    <message>
      <source>Folder for results</source>
      <translation>结果文件夹</translation>
    </message>
    <message>
      <source>Folder of the results</source>
      <translation>结果的文件夹</translation>
    </message>
    <message>
      <source>Folders</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <source>Follow one prompt up to some step, and another one from there on.</source>
      <translation>前几步遵循一段提示词，之后遵循另一段。</translation>
    </message>
    <message>
      <source>Follow the prompt more or less strictly from some step on.</source>
      <translation>从某一步起，更严格或更宽松地遵循提示词。</translation>
    </message>
    <message>
      <source>For selected inputs and outputs of the subgraph</source>
      <translation>作用于选中的子图输入和输出</translation>
    </message>
    <message>
      <source>For selected wires, or those that leave the selected nodes</source>
      <translation>作用于选中的连线，或从选中节点引出的连线</translation>
    </message>
    <message>
      <source>For small pictures and graphs.</source>
      <translation>适合小图片和小工作流。</translation>
    </message>
    <message>
      <source>Forget the subgraphs that no node stands for any more</source>
      <translation>移除不再有节点使用的子图</translation>
    </message>
    <message>
      <source>Forget what has ended</source>
      <translation>清除已结束的项</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>格式</translation>
    </message>
    <message>
      <source>Fourth</source>
      <translation>第四</translation>
    </message>
    <message>
      <source>Frame</source>
      <translation>分组框</translation>
    </message>
    <message>
      <source>Frame without a title</source>
      <translation>无标题的分组框</translation>
    </message>
    <message>
      <source>Fresh noise in every step of DDIM and TCD; the others do not use it.</source>
      <translation>DDIM 和 TCD 每步加入的新噪声量；其他方法不使用它。</translation>
    </message>
    <message>
      <source>From a picture</source>
      <translation>来自图片</translation>
    </message>
    <message>
      <source>From the graph to one panel after the other; Escape leads back</source>
      <translation>从工作流依次到各个面板；按 Esc 返回</translation>
    </message>
    <message>
      <source>From {low} to {high}.</source>
      <translation>从 {low} 到 {high}。</translation>
    </message>
    <message>
      <source>From {node}</source>
      <translation>来自 {node}</translation>
    </message>
    <message>
      <source>From {node}: {value}</source>
      <translation>来自 {node}：{value}</translation>
    </message>
    <message>
      <source>General</source>
      <translation>常规</translation>
    </message>
    <message>
      <source>Give a subgraph a definition that it shares with no other</source>
      <translation>让此子图拥有不与别处共用的定义</translation>
    </message>
    <message>
      <source>Give the mask up (Esc)</source>
      <translation>放弃蒙版（Esc）</translation>
    </message>
    <message>
      <source>Give this one a definition of its own</source>
      <translation>让它拥有独立的定义</translation>
    </message>
    <message>
      <source>Give up a drag</source>
      <translation>放弃拖动</translation>
    </message>
    <message>
      <source>Gives</source>
      <translation>输出</translation>
    </message>
    <message>
      <source>Go on with</source>
      <translation>继续编辑</translation>
    </message>
    <message>
      <source>Go on with the queue</source>
      <translation>继续队列</translation>
    </message>
    <message>
      <source>Go to the node</source>
      <translation>前往该节点</translation>
    </message>
    <message>
      <source>Go to the node that failed</source>
      <translation>前往失败的节点</translation>
    </message>
    <message>
      <source>Go to the node that feeds this</source>
      <translation>前往提供此值的节点</translation>
    </message>
    <message>
      <source>Go to what feeds it</source>
      <translation>前往它的来源</translation>
    </message>
    <message>
      <source>Go to {graph}</source>
      <translation>前往 {graph}</translation>
    </message>
    <message>
      <source>Goes on when the first is in use.</source>
      <translation>第一个在用时，由它传出。</translation>
    </message>
    <message>
      <source>Goes on when the fourth is in use.</source>
      <translation>第四个在用时，由它传出。</translation>
    </message>
    <message>
      <source>Goes on when the second is in use.</source>
      <translation>第二个在用时，由它传出。</translation>
    </message>
    <message>
      <source>Goes on when the third is in use.</source>
      <translation>第三个在用时，由它传出。</translation>
    </message>
    <message>
      <source>Gradual goes there in a straight line from the change before, or from the first step.</source>
      <translation>“渐变”从前一次变化（或第一步）起沿直线逐渐到达。</translation>
    </message>
    <message>
      <source>Graph</source>
      <translation>工作流</translation>
    </message>
    <message>
      <source>Graph files</source>
      <translation>工作流文件</translation>
    </message>
    <message>
      <source>Graphs</source>
      <translation>工作流</translation>
    </message>
    <message>
      <source>Graphs and pictures</source>
      <translation>工作流和图片</translation>
    </message>
    <message>
      <source>Graphs to begin with</source>
      <translation>入门工作流</translation>
    </message>
    <message>
      <source>Green</source>
      <translation>绿色</translation>
    </message>
    <message>
      <source>Grey</source>
      <translation>灰色</translation>
    </message>
    <message>
      <source>Grid of the sweep</source>
      <translation>参数扫描网格</translation>
    </message>
    <message>
      <source>Grow Mask</source>
      <translation>扩展蒙版</translation>
    </message>
    <message>
      <source>Guidance</source>
      <translation>引导</translation>
    </message>
    <message>
      <source>Guidance Schedule</source>
      <translation>引导计划</translation>
    </message>
    <message>
      <source>Half way, the words become others.</source>
      <translation>进行到一半，提示词换成另一段。</translation>
    </message>
    <message>
      <source>Hand the input straight on</source>
      <translation>直接传递输入</translation>
    </message>
    <message>
      <source>Hard makes every place either kept or free; soft keeps the greys of the mask.</source>
      <translation>“硬”使每处要么保留要么放开；“软”保留蒙版的灰度。</translation>
    </message>
    <message>
      <source>Hardness</source>
      <translation>硬度</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>帮助</translation>
    </message>
    <message>
      <source>Help about the selected node</source>
      <translation>选中节点的帮助</translation>
    </message>
    <message>
      <source>High</source>
      <translation>高阈值</translation>
    </message>
    <message>
      <source>Highlight the way of the selection</source>
      <translation>突出显示与所选相关的通路</translation>
    </message>
    <message>
      <source>History</source>
      <translation>历史</translation>
    </message>
    <message>
      <source>Hold Y, or Alt+Shift, and drag across them</source>
      <translation>按住 Y 或 Alt+Shift，划过连线</translation>
    </message>
    <message>
      <source>Hold the picture to an outline, a pose or a depth map while the Sampler works.</source>
      <translation>采样时让图片遵循轮廓、姿势或深度图。</translation>
    </message>
    <message>
      <source>How brackets weigh words. A1111: (more), [less], (much more:1.4), which multiply, and BREAK starts a new window. ComfyUI: (more), (much more:1.4), where a number replaces the brackets around it. plain: brackets are text. Write \( for a bracket.</source>
      <translation>括号如何给词加权。A1111：(更强)、[更弱]、(强得多:1.4)，彼此相乘，BREAK 开始一个新窗口。ComfyUI：(更强)、(强得多:1.4)，数字取代其外层括号的权重。plain：括号就是普通文字。括号本身写作 \(。</translation>
    </message>
    <message>
      <source>How broad the lines are.</source>
      <translation>线条的粗细。</translation>
    </message>
    <message>
      <source>How broad the strokes are.</source>
      <translation>笔触的粗细。</translation>
    </message>
    <message>
      <source>How dense the mask is shown; changes nothing</source>
      <translation>蒙版显示的浓度；不改变任何内容</translation>
    </message>
    <message>
      <source>How each step is taken. Heun, DPM2 and DPM++ SDE call the network twice a step; ancestral and SDE ones add fresh noise and never settle; LCM and TCD need such a model.</source>
      <translation>每一步的计算方法。Heun、DPM2 和 DPM++ SDE 每步调用网络两次；ancestral 和 SDE 类方法不断加入新噪声，不会收敛；LCM 和 TCD 需要相应的模型。</translation>
    </message>
    <message>
      <source>How far A and B differ</source>
      <translation>A 与 B 的差异大小</translation>
    </message>
    <message>
      <source>How far a colour may be from the one clicked on</source>
      <translation>颜色与点击处可相差的程度</translation>
    </message>
    <message>
      <source>How far its border is softened: the standard deviation of a Gaussian blur.</source>
      <translation>边缘柔化的程度：高斯模糊的标准差。</translation>
    </message>
    <message>
      <source>How far neighbouring tiles blend.</source>
      <translation>相邻分块融合的宽度。</translation>
    </message>
    <message>
      <source>How far the border of the whole mask is softened</source>
      <translation>整个蒙版边缘的柔化程度</translation>
    </message>
    <message>
      <source>How far the softness reaches: the standard deviation of a Gaussian blur.</source>
      <translation>柔化延伸的范围：高斯模糊的标准差。</translation>
    </message>
    <message>
      <source>How far to all sides; below 0 it shrinks.</source>
      <translation>向四周扩展的距离；小于 0 时收缩。</translation>
    </message>
    <message>
      <source>How hard it pulls; 0 switches it off.</source>
      <translation>约束的强度；0 表示关闭。</translation>
    </message>
    <message>
      <source>How many of the encoder's last layers to leave out; 0 uses all (A1111 calls that 1).</source>
      <translation>略去编码器最后的若干层；0 表示全部使用（A1111 中写作 1）。</translation>
    </message>
    <message>
      <source>How many pictures to make, with one seed after the other.</source>
      <translation>生成的图片数，种子依次递增。</translation>
    </message>
    <message>
      <source>How many times to repeat every picture, for variations.</source>
      <translation>每张图片重复的次数，用于产生变体。</translation>
    </message>
    <message>
      <source>How much differences are brightened</source>
      <translation>差异被增亮的程度</translation>
    </message>
    <message>
      <source>How much of a given picture to replace; only this part of the steps is done.</source>
      <translation>给定图片被替换的程度；只执行相应比例的步。</translation>
    </message>
    <message>
      <source>How much of the upper picture counts.</source>
      <translation>上层图片所占的比例。</translation>
    </message>
    <message>
      <source>How sharp its edge is</source>
      <translation>边缘的锐利程度</translation>
    </message>
    <message>
      <source>How strictly to follow the prompt from there on.</source>
      <translation>从该处起遵循提示词的严格程度。</translation>
    </message>
    <message>
      <source>How strictly to follow the prompt; 1 ignores the negative one and halves the time.</source>
      <translation>遵循提示词的严格程度；为 1 时忽略负面提示词，用时减半。</translation>
    </message>
    <message>
      <source>How the two are mixed, as in paint programs.</source>
      <translation>两者的混合方式，与绘图软件相同。</translation>
    </message>
    <message>
      <source>If it took as long, and another program is in front; 0 for never.</source>
      <translation>运行时间达到此值且窗口不在前台时通知；0 表示从不。</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>图像</translation>
    </message>
    <message>
      <source>Image From Mask</source>
      <translation>蒙版转图像</translation>
    </message>
    <message>
      <source>Image to image</source>
      <translation>图生图</translation>
    </message>
    <message>
      <source>Images</source>
      <translation>图像</translation>
    </message>
    <message>
      <source>In memory</source>
      <translation>内存中</translation>
    </message>
    <message>
      <source>In which the program speaks.</source>
      <translation>程序界面使用的语言。</translation>
    </message>
    <message>
      <source>In {file}, {where} must be {expected}, not {found}: correct it in a text editor.</source>
      <translation>{file} 中的 {where} 必须是{expected}，而不是 {found}：请用文本编辑器改正。</translation>
    </message>
    <message>
      <source>Inpaint</source>
      <translation>局部重绘</translation>
    </message>
    <message>
      <source>Inputs</source>
      <translation>输入</translation>
    </message>
    <message>
      <source>Insert</source>
      <translation>插入</translation>
    </message>
    <message>
      <source>Insert into a wire</source>
      <translation>插入到连线中</translation>
    </message>
    <message>
      <source>Inspector</source>
      <translation>检查器</translation>
    </message>
    <message>
      <source>Integer</source>
      <translation>整数</translation>
    </message>
    <message>
      <source>Invert</source>
      <translation>反相</translation>
    </message>
    <message>
      <source>Invert Mask</source>
      <translation>反转蒙版</translation>
    </message>
    <message>
      <source>Invert the mask</source>
      <translation>反转蒙版</translation>
    </message>
    <message>
      <source>It can be left unconnected.</source>
      <translation>可以不连接。</translation>
    </message>
    <message>
      <source>It has not run yet.</source>
      <translation>尚未运行。</translation>
    </message>
    <message>
      <source>It is a folder in the diffusers layout with weights as .safetensors, and must be of the family
of the model that it leads.</source>
      <translation>这是一个 diffusers 布局的文件夹，权重为 .safetensors，且必须与它所控制的模型属于同一系列。</translation>
    </message>
    <message>
      <source>It takes any number of wires.</source>
      <translation>可接任意多条连线。</translation>
    </message>
    <message>
      <source>It took {time}.</source>
      <translation>用时 {time}。</translation>
    </message>
    <message>
      <source>JPEG</source>
      <translation>JPEG</translation>
    </message>
    <message>
      <source>Join Images</source>
      <translation>合并图像</translation>
    </message>
    <message>
      <source>KSampler</source>
      <translation>K 采样器</translation>
    </message>
    <message>
      <source>Keep results on disk</source>
      <translation>把结果保存在磁盘上</translation>
    </message>
    <message>
      <source>Keep unsaved graphs</source>
      <translation>保留未保存的工作流</translation>
    </message>
    <message>
      <source>Kept bloc&amp;ks</source>
      <translation>已保存的组件(&amp;K)</translation>
    </message>
    <message>
      <source>Key of {action}</source>
      <translation>“{action}”的快捷键</translation>
    </message>
    <message>
      <source>Keyboard to the next pa&amp;nel</source>
      <translation>键盘移到下一个面板(&amp;N)</translation>
    </message>
    <message>
      <source>Keyboard to the panel &amp;before</source>
      <translation>键盘移到上一个面板(&amp;B)</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>快捷键</translation>
    </message>
    <message>
      <source>Lanczos is sharpest; nearest keeps hard pixels.</source>
      <translation>Lanczos 最清晰；nearest 保留硬边像素。</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Language, colours, keys, folders, and what is kept</source>
      <translation>语言、颜色、按键、文件夹，以及保留的结果</translation>
    </message>
    <message>
      <source>Larger and finer files for JPEG and WebP; WebP keeps every pixel at 100.</source>
      <translation>值越大，JPEG 和 WebP 文件越大、越精细；WebP 为 100 时保留每个像素。</translation>
    </message>
    <message>
      <source>Larger brush</source>
      <translation>增大画笔</translation>
    </message>
    <message>
      <source>Last run</source>
      <translation>上次运行</translation>
    </message>
    <message>
      <source>Last value: {value}</source>
      <translation>上次的值：{value}</translation>
    </message>
    <message>
      <source>Latent</source>
      <translation>潜变量</translation>
    </message>
    <message>
      <source>Latent Loom</source>
      <translation>Latent Loom</translation>
    </message>
    <message>
      <source>Latent Loom {version}</source>
      <translation>Latent Loom {version}</translation>
    </message>
    <message>
      <source>Latent Mask</source>
      <translation>潜变量蒙版</translation>
    </message>
    <message>
      <source>Lay one picture over another of the same size.</source>
      <translation>把一张图片叠在另一张相同尺寸的图片上。</translation>
    </message>
    <message>
      <source>Lay out &amp;everything</source>
      <translation>整理全部(&amp;E)</translation>
    </message>
    <message>
      <source>Lead a wire through a dot</source>
      <translation>让连线经过转接点</translation>
    </message>
    <message>
      <source>Lead through a &amp;dot</source>
      <translation>经过转接点(&amp;D)</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>左</translation>
    </message>
    <message>
      <source>Let happen everywhere what the mask kept out, and the other way round.</source>
      <translation>把蒙版排除的地方全部放开，放开的地方全部排除。</translation>
    </message>
    <message>
      <source>Let one model begin a picture, and another one finish it, as a refiner does.</source>
      <translation>让一个模型开始绘制，由另一个完成，如同 refiner。</translation>
    </message>
    <message>
      <source>Let one of up to four inputs go on; what feeds the others is not computed.</source>
      <translation>让四个输入中的一个通过；其余输入的来源不会计算。</translation>
    </message>
    <message>
      <source>Let the Sampler repaint only what is white in the mask.</source>
      <translation>让采样器只重绘蒙版中的白色部分。</translation>
    </message>
    <message>
      <source>Let the graph as it is now wait for its turn</source>
      <translation>让当前的工作流排队等候</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Line Drawing</source>
      <translation>线稿</translation>
    </message>
    <message>
      <source>Line, side, difference, all</source>
      <translation>划线、并排、差异、全部</translation>
    </message>
    <message>
      <source>Load ControlNet</source>
      <translation>加载 ControlNet</translation>
    </message>
    <message>
      <source>Load Image</source>
      <translation>加载图像</translation>
    </message>
    <message>
      <source>Load Model</source>
      <translation>加载模型</translation>
    </message>
    <message>
      <source>Loading the engine …</source>
      <translation>正在加载引擎…</translation>
    </message>
    <message>
      <source>Look again for models</source>
      <translation>重新查找模型</translation>
    </message>
    <message>
      <source>Look at slot 1</source>
      <translation>查看槽位 1</translation>
    </message>
    <message>
      <source>Look at slot 2</source>
      <translation>查看槽位 2</translation>
    </message>
    <message>
      <source>Look at slot 3</source>
      <translation>查看槽位 3</translation>
    </message>
    <message>
      <source>Look at slot 4</source>
      <translation>查看槽位 4</translation>
    </message>
    <message>
      <source>Look at slot 5</source>
      <translation>查看槽位 5</translation>
    </message>
    <message>
      <source>Look at slot 6</source>
      <translation>查看槽位 6</translation>
    </message>
    <message>
      <source>Look at slot 7</source>
      <translation>查看槽位 7</translation>
    </message>
    <message>
      <source>Look at slot 8</source>
      <translation>查看槽位 8</translation>
    </message>
    <message>
      <source>Look at slot 9</source>
      <translation>查看槽位 9</translation>
    </message>
    <message>
      <source>Look at what is new</source>
      <translation>查看新结果</translation>
    </message>
    <message>
      <source>Looked through besides {folder}.</source>
      <translation>除 {folder} 外，还会在这里查找。</translation>
    </message>
    <message>
      <source>Low</source>
      <translation>低阈值</translation>
    </message>
    <message>
      <source>Main</source>
      <translation>主工作流</translation>
    </message>
    <message>
      <source>Make a subgraph</source>
      <translation>创建子图</translation>
    </message>
    <message>
      <source>Make it again (Ctrl+Shift+Z)</source>
      <translation>重做（Ctrl+Shift+Z）</translation>
    </message>
    <message>
      <source>Make only what the selected nodes need</source>
      <translation>只计算选中节点所需的内容</translation>
    </message>
    <message>
      <source>Make the frame narrower</source>
      <translation>收窄分组框</translation>
    </message>
    <message>
      <source>Make the frame shorter</source>
      <translation>降低分组框</translation>
    </message>
    <message>
      <source>Make the frame taller</source>
      <translation>增高分组框</translation>
    </message>
    <message>
      <source>Make the frame wider</source>
      <translation>加宽分组框</translation>
    </message>
    <message>
      <source>Make the subgraph unique</source>
      <translation>使子图独立</translation>
    </message>
    <message>
      <source>Make the white part of a mask wider or narrower.</source>
      <translation>把蒙版的白色部分扩大或缩小。</translation>
    </message>
    <message>
      <source>Make u&amp;nique</source>
      <translation>设为独立(&amp;N)</translation>
    </message>
    <message>
      <source>Mark as favourite</source>
      <translation>标记为收藏</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>蒙版</translation>
    </message>
    <message>
      <source>Mask From Image</source>
      <translation>图像转蒙版</translation>
    </message>
    <message>
      <source>Memory, at most</source>
      <translation>内存上限</translation>
    </message>
    <message>
      <source>Menu of what is &amp;selected</source>
      <translation>所选内容的菜单(&amp;S)</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>方法</translation>
    </message>
    <message>
      <source>Middle button, or hold Space and drag</source>
      <translation>按住中键，或按住空格键拖动</translation>
    </message>
    <message>
      <source>Minimap</source>
      <translation>小地图</translation>
    </message>
    <message>
      <source>Mode</source>
      <translation>模式</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>Model Schedule</source>
      <translation>模型计划</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>More draws weaker outlines too.</source>
      <translation>值越大，较弱的轮廓也会画出。</translation>
    </message>
    <message>
      <source>More lets weaker lines turn white.</source>
      <translation>值越大，较弱的线条也会变白。</translation>
    </message>
    <message>
      <source>More models</source>
      <translation>更多模型</translation>
    </message>
    <message>
      <source>More steps take longer and add detail.</source>
      <translation>步数越多，用时越长，细节越多。</translation>
    </message>
    <message>
      <source>More to do with the picture</source>
      <translation>图片的更多操作</translation>
    </message>
    <message>
      <source>Move</source>
      <translation>移动</translation>
    </message>
    <message>
      <source>Move all wires of a socket</source>
      <translation>移动端口的所有连线</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>下移</translation>
    </message>
    <message>
      <source>Move it here</source>
      <translation>移到这里</translation>
    </message>
    <message>
      <source>Move over the canvas</source>
      <translation>移动画布</translation>
    </message>
    <message>
      <source>Move the file to the &amp;trash</source>
      <translation>把文件移到回收站(&amp;T)</translation>
    </message>
    <message>
      <source>Move the file to the trash</source>
      <translation>把文件移到回收站</translation>
    </message>
    <message>
      <source>Move the results that are kept?</source>
      <translation>移动缓存的结果？</translation>
    </message>
    <message>
      <source>Move to the &amp;trash</source>
      <translation>移到回收站(&amp;T)</translation>
    </message>
    <message>
      <source>Move to the left</source>
      <translation>左移</translation>
    </message>
    <message>
      <source>Move to the right</source>
      <translation>右移</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>上移</translation>
    </message>
    <message>
      <source>Mute</source>
      <translation>禁用</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Name of this subgraph</source>
      <translation>此子图的名称</translation>
    </message>
    <message>
      <source>Name or path of a model</source>
      <translation>模型的名称或路径</translation>
    </message>
    <message>
      <source>Negative</source>
      <translation>负面条件</translation>
    </message>
    <message>
      <source>Negative prompt</source>
      <translation>负面提示词</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>网络</translation>
    </message>
    <message>
      <source>Network that predicts the noise.</source>
      <translation>预测噪声的网络。</translation>
    </message>
    <message>
      <source>Network that predicts the noise; for the Sampler.</source>
      <translation>预测噪声的网络；供采样器使用。</translation>
    </message>
    <message>
      <source>New input</source>
      <translation>新输入</translation>
    </message>
    <message>
      <source>New output</source>
      <translation>新输出</translation>
    </message>
    <message>
      <source>New seed</source>
      <translation>新种子</translation>
    </message>
    <message>
      <source>New seeds</source>
      <translation>新种子</translation>
    </message>
    <message>
      <source>Next &amp;wire of the node</source>
      <translation>节点的下一条连线(&amp;W)</translation>
    </message>
    <message>
      <source>Next picture of the batch</source>
      <translation>批次中的下一张图片</translation>
    </message>
    <message>
      <source>No favourite any more</source>
      <translation>取消收藏</translation>
    </message>
    <message>
      <source>No node is selected: press an arrow key to get to one.</source>
      <translation>没有选中节点：按方向键即可选中一个。</translation>
    </message>
    <message>
      <source>No node with wires is selected: press an arrow key.</source>
      <translation>没有选中带连线的节点：请按方向键。</translation>
    </message>
    <message>
      <source>No picture is chosen: choose a file.</source>
      <translation>没有选择图片：请选择一个文件。</translation>
    </message>
    <message>
      <source>No picture yet.
Press Run, or Ctrl+Enter.</source>
      <translation>还没有图片。
点击“运行”，或按 Ctrl+Enter。</translation>
    </message>
    <message>
      <source>No setting has to do with “{sought}”.</source>
      <translation>没有与“{sought}”有关的设置。</translation>
    </message>
    <message>
      <source>No step is left to do of {steps} with denoise {denoise}, start {start} and end {end}: raise steps, denoise or end, or lower start.</source>
      <translation>在 {steps} 步、去噪强度 {denoise}、起始步 {start} 和结束步 {end} 下，没有剩下可执行的步：请提高步数、去噪强度或结束步，或降低起始步。</translation>
    </message>
    <message>
      <source>No subgraph is selected: click on one to open it.</source>
      <translation>没有选中子图：点击一个子图再打开它。</translation>
    </message>
    <message>
      <source>No subgraph is selected: click on one to unpack it.</source>
      <translation>没有选中子图：点击一个子图再解开它。</translation>
    </message>
    <message>
      <source>No sweep yet. Choose Run › Sweep to begin one.</source>
      <translation>还没有参数扫描。选择“运行 › 参数扫描”即可开始。</translation>
    </message>
    <message>
      <source>No wire is selected, and none leaves what is: click on a wire first.</source>
      <translation>没有选中连线，选中的节点也没有引出连线：请先点击一条连线。</translation>
    </message>
    <message>
      <source>No wires lead to or from what is selected: there is none to join.</source>
      <translation>没有连线进出所选内容：没有可接合的连线。</translation>
    </message>
    <message>
      <source>Node &amp;above</source>
      <translation>上方的节点(&amp;A)</translation>
    </message>
    <message>
      <source>Node &amp;below</source>
      <translation>下方的节点(&amp;B)</translation>
    </message>
    <message>
      <source>Node to the &amp;left</source>
      <translation>左侧的节点(&amp;L)</translation>
    </message>
    <message>
      <source>Node to the &amp;right</source>
      <translation>右侧的节点(&amp;R)</translation>
    </message>
    <message>
      <source>Nodes</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>Nodes found: {found}, run: {made}. Steps found in these: {steps_found}, done: {steps_made}.</source>
      <translation>找到的节点：{found}，运行的节点：{made}。其中找到的步：{steps_found}，执行的步：{steps_made}。</translation>
    </message>
    <message>
      <source>Nodes that can be added</source>
      <translation>可添加的节点</translation>
    </message>
    <message>
      <source>Noise</source>
      <translation>噪声</translation>
    </message>
    <message>
      <source>None yet</source>
      <translation>暂无</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>便签</translation>
    </message>
    <message>
      <source>Nothing can be saved in {folder} ({problem}): choose another folder with --out.</source>
      <translation>无法保存到 {folder}（{problem}）：请用 --out 选择另一个文件夹。</translation>
    </message>
    <message>
      <source>Nothing can be saved in {folder} ({problem}): free it up or choose another folder.</source>
      <translation>无法保存到 {folder}（{problem}）：请腾出空间或选择另一个文件夹。</translation>
    </message>
    <message>
      <source>Nothing feeds this node.</source>
      <translation>没有节点为它提供输入。</translation>
    </message>
    <message>
      <source>Nothing found.</source>
      <translation>没有找到。</translation>
    </message>
    <message>
      <source>Nothing had changed: all results were kept</source>
      <translation>没有变化：所有结果都已缓存</translation>
    </message>
    <message>
      <source>Nothing here yet</source>
      <translation>这里还是空的</translation>
    </message>
    <message>
      <source>Nothing is called that.</source>
      <translation>没有这个名称。</translation>
    </message>
    <message>
      <source>Nothing is connected to {input}, which is in use: connect it, or use another input.</source>
      <translation>在用的 {input} 没有连接：请连接它，或改用另一个输入。</translation>
    </message>
    <message>
      <source>Nothing is damaged: {whole}.</source>
      <translation>没有损坏：{whole}。</translation>
    </message>
    <message>
      <source>Nothing is painted yet.</source>
      <translation>还没有绘制蒙版。</translation>
    </message>
    <message>
      <source>Nothing is painted yet: click on Edit, or paint on a picture in the viewer and use that as the mask.</source>
      <translation>还没有绘制蒙版：点击“编辑”，或在查看器中的图片上绘制并用作蒙版。</translation>
    </message>
    <message>
      <source>Nothing is selected</source>
      <translation>没有选中任何内容</translation>
    </message>
    <message>
      <source>Nothing is selected: click on a node to copy it.</source>
      <translation>没有选中任何内容：请点击要复制的节点。</translation>
    </message>
    <message>
      <source>Nothing is selected: click on a node to take it out of its wires.</source>
      <translation>没有选中任何内容：请点击要从连线中抽出的节点。</translation>
    </message>
    <message>
      <source>Nothing is selected: click on what is to be coloured.</source>
      <translation>没有选中任何内容：请点击要着色的对象。</translation>
    </message>
    <message>
      <source>Nothing is selected: click on what is to be moved.</source>
      <translation>没有选中任何内容：请点击要移动的对象。</translation>
    </message>
    <message>
      <source>Nothing is selected: select the nodes that the subgraph is to hold.</source>
      <translation>没有选中任何内容：请选中要放入子图的节点。</translation>
    </message>
    <message>
      <source>Nothing is shown here yet. The pin beside a parameter in the inspector adds it.</source>
      <translation>这里还没有内容。在检查器中点击参数旁的图钉即可添加。</translation>
    </message>
    <message>
      <source>Nothing on {card} gives {kind}: drop the wire on a port that lights up.</source>
      <translation>{card} 没有输出{kind}的端口：请把连线放到亮起的端口上。</translation>
    </message>
    <message>
      <source>Nothing on {card} takes {kind}: drop the wire on a port that lights up.</source>
      <translation>{card} 没有接受{kind}的端口：请把连线放到亮起的端口上。</translation>
    </message>
    <message>
      <source>Nothing was painted.</source>
      <translation>没有绘制任何内容。</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>当前</translation>
    </message>
    <message>
      <source>Now: {size}</source>
      <translation>当前：{size}</translation>
    </message>
    <message>
      <source>Now: {size}, {entries}</source>
      <translation>当前：{size}，{entries}</translation>
    </message>
    <message>
      <source>Offer a subgraph in the search of every graph</source>
      <translation>让每个工作流的搜索都能找到此子图</translation>
    </message>
    <message>
      <source>Often fed by</source>
      <translation>常用来源</translation>
    </message>
    <message>
      <source>Often followed by</source>
      <translation>常用去向</translation>
    </message>
    <message>
      <source>On disk, also after a restart</source>
      <translation>存到磁盘上，重新启动后仍在</translation>
    </message>
    <message>
      <source>On for yes, off for no.</source>
      <translation>打开为是，关闭为否。</translation>
    </message>
    <message>
      <source>One input has {first} pictures and the other {second}: give as many, or a single one.</source>
      <translation>一个输入有 {first} 张图片，另一个有 {second} 张：请提供相同的张数，或只提供一张。</translation>
    </message>
    <message>
      <source>One pixel for one pixel</source>
      <translation>实际像素</translation>
    </message>
    <message>
      <source>One text on each line; {example} replaces a word</source>
      <translation>每行一段文字；{example} 可替换其中的词</translation>
    </message>
    <message>
      <source>Only a small copy of this picture is left: run its graph again.</source>
      <translation>这张图片只剩下一个小副本：请重新运行它的工作流。</translation>
    </message>
    <message>
      <source>Only favourites</source>
      <translation>只看收藏</translation>
    </message>
    <message>
      <source>Only the &amp;graph</source>
      <translation>仅工作流(&amp;G)</translation>
    </message>
    <message>
      <source>Only the hole in a picture is painted.</source>
      <translation>只重绘图片中挖空的部分。</translation>
    </message>
    <message>
      <source>Open &amp;recent</source>
      <translation>打开最近使用的文件(&amp;R)</translation>
    </message>
    <message>
      <source>Open a ControlNet: a network that leads the picture along lines, depths or poses.</source>
      <translation>打开一个 ControlNet：让图片遵循线条、深度或姿势的网络。</translation>
    </message>
    <message>
      <source>Open a graph or a saved picture</source>
      <translation>打开工作流或保存过的图片</translation>
    </message>
    <message>
      <source>Open a model: its network, its text encoder and its autoencoder.</source>
      <translation>打开一个模型：包括网络、文本编码器和自编码器。</translation>
    </message>
    <message>
      <source>Open a picture from a file.</source>
      <translation>从文件打开图片。</translation>
    </message>
    <message>
      <source>Open graphs</source>
      <translation>打开的工作流</translation>
    </message>
    <message>
      <source>Open its graph in a new tab</source>
      <translation>在新标签页中打开它的工作流</translation>
    </message>
    <message>
      <source>Open recent</source>
      <translation>打开最近使用的文件</translation>
    </message>
    <message>
      <source>Open the manual</source>
      <translation>打开手册</translation>
    </message>
    <message>
      <source>Open the subgraph</source>
      <translation>打开子图</translation>
    </message>
    <message>
      <source>Open this graph as it was then</source>
      <translation>打开当时的工作流</translation>
    </message>
    <message>
      <source>Open …</source>
      <translation>打开…</translation>
    </message>
    <message>
      <source>Orange</source>
      <translation>橙色</translation>
    </message>
    <message>
      <source>Order exposed parameters</source>
      <translation>调整公开参数的顺序</translation>
    </message>
    <message>
      <source>Order sockets</source>
      <translation>调整端口的顺序</translation>
    </message>
    <message>
      <source>Other values of cfg from some step on; made by a Guidance Schedule.</source>
      <translation>从某一步起使用的其他 CFG 值；由“引导计划”节点生成。</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>大纲</translation>
    </message>
    <message>
      <source>Outline of the graph</source>
      <translation>工作流大纲</translation>
    </message>
    <message>
      <source>Outlines</source>
      <translation>轮廓</translation>
    </message>
    <message>
      <source>Outputs</source>
      <translation>输出</translation>
    </message>
    <message>
      <source>Over</source>
      <translation>上层</translation>
    </message>
    <message>
      <source>Overlap</source>
      <translation>重叠</translation>
    </message>
    <message>
      <source>Overlay</source>
      <translation>叠加</translation>
    </message>
    <message>
      <source>Own nodes</source>
      <translation>自定义节点</translation>
    </message>
    <message>
      <source>PNG</source>
      <translation>PNG</translation>
    </message>
    <message>
      <source>PNG keeps every pixel; JPEG and WebP are smaller.</source>
      <translation>PNG 保留每个像素；JPEG 和 WebP 文件更小。</translation>
    </message>
    <message>
      <source>Pad</source>
      <translation>外扩画面</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>页面</translation>
    </message>
    <message>
      <source>Paint a &amp;mask …</source>
      <translation>绘制蒙版(&amp;M)…</translation>
    </message>
    <message>
      <source>Paint a mask on the picture</source>
      <translation>在图片上绘制蒙版</translation>
    </message>
    <message>
      <source>Paint everything</source>
      <translation>全部涂满</translation>
    </message>
    <message>
      <source>Paint mask</source>
      <translation>绘制蒙版</translation>
    </message>
    <message>
      <source>Paint on in the viewer</source>
      <translation>在查看器中继续绘制</translation>
    </message>
    <message>
      <source>Painted Mask</source>
      <translation>手绘蒙版</translation>
    </message>
    <message>
      <source>Painting a mask</source>
      <translation>绘制蒙版</translation>
    </message>
    <message>
      <source>Panel</source>
      <translation>面板</translation>
    </message>
    <message>
      <source>Panels</source>
      <translation>面板</translation>
    </message>
    <message>
      <source>Parameter of the {axis}</source>
      <translation>{axis}对应的参数</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>参数</translation>
    </message>
    <message>
      <source>Part A and B by a line</source>
      <translation>用一条线分隔 A 和 B</translation>
    </message>
    <message>
      <source>Part of the steps after which it begins.</source>
      <translation>进行到步数的这一比例后开始起作用。</translation>
    </message>
    <message>
      <source>Part of the steps after which it lets go.</source>
      <translation>进行到步数的这一比例后不再起作用。</translation>
    </message>
    <message>
      <source>Part of the steps after which the second model takes over.</source>
      <translation>进行到步数的这一比例后由第二个模型接手。</translation>
    </message>
    <message>
      <source>Part of the steps after which the second prompt takes over.</source>
      <translation>进行到步数的这一比例后由第二段提示词接手。</translation>
    </message>
    <message>
      <source>Part of the steps after which this value holds.</source>
      <translation>进行到步数的这一比例后使用此值。</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <source>Paste with &amp;wires</source>
      <translation>连同连线粘贴(&amp;W)</translation>
    </message>
    <message>
      <source>Path</source>
      <translation>路径</translation>
    </message>
    <message>
      <source>Pause the queue</source>
      <translation>暂停队列</translation>
    </message>
    <message>
      <source>Paused, {count} waiting</source>
      <translation>已暂停，{count} 项等待中</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Picture to follow</source>
      <translation>参考图片</translation>
    </message>
    <message>
      <source>Picture to start from.</source>
      <translation>作为起点的图片。</translation>
    </message>
    <message>
      <source>Picture with a hole</source>
      <translation>有挖空的图片</translation>
    </message>
    <message>
      <source>Picture {number} of {total} was decoded to NaN: check the Sampler's result, or use tiles and full precision for the VAE.</source>
      <translation>第 {number} 张图片（共 {total} 张）解码出 NaN：请检查采样器的结果，或对 VAE 使用分块和全精度。</translation>
    </message>
    <message>
      <source>Pictures</source>
      <translation>图片</translation>
    </message>
    <message>
      <source>Pictures from words, with every step seen.</source>
      <translation>由文字生成图片，每一步都看得见。</translation>
    </message>
    <message>
      <source>Pictures of the batch</source>
      <translation>批次中的图片</translation>
    </message>
    <message>
      <source>Pictures whose seed was in the list before are not made again.</source>
      <translation>种子已在先前列表中的图片不会重新生成。</translation>
    </message>
    <message>
      <source>Pink</source>
      <translation>粉色</translation>
    </message>
    <message>
      <source>Pixels</source>
      <translation>像素</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>Positive</source>
      <translation>正面条件</translation>
    </message>
    <message>
      <source>Pre&amp;vious graph</source>
      <translation>上一个工作流(&amp;V)</translation>
    </message>
    <message>
      <source>Press P in the viewer to paint on any picture and use that as a mask. Edit paints on.</source>
      <translation>在查看器中按 P，可在任意图片上绘制并用作蒙版。点击“编辑”可继续绘制。</translation>
    </message>
    <message>
      <source>Press Run, and watch the picture come out of the noise.</source>
      <translation>点击“运行”，看图片从噪声中浮现。</translation>
    </message>
    <message>
      <source>Press Tab, or double-click, to add a node</source>
      <translation>按 Tab 或双击可添加节点</translation>
    </message>
    <message>
      <source>Press keys</source>
      <translation>请按下按键</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>预览</translation>
    </message>
    <message>
      <source>Previous picture of the batch</source>
      <translation>批次中的上一张图片</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Progress of the run</source>
      <translation>运行进度</translation>
    </message>
    <message>
      <source>Prompt</source>
      <translation>提示词</translation>
    </message>
    <message>
      <source>Prompt Schedule</source>
      <translation>提示词计划</translation>
    </message>
    <message>
      <source>Put all panels away, or back</source>
      <translation>收起或恢复所有面板</translation>
    </message>
    <message>
      <source>Put at the front</source>
      <translation>排到最前</translation>
    </message>
    <message>
      <source>Put pictures of one size together, in the order of their wires.</source>
      <translation>把尺寸相同的图片按连线顺序合在一起。</translation>
    </message>
    <message>
      <source>Put the selected nodes into one that holds them</source>
      <translation>把选中的节点放入一个包含它们的节点</translation>
    </message>
    <message>
      <source>Put what lies in a subgraph in its place</source>
      <translation>用子图中的内容取代子图</translation>
    </message>
    <message>
      <source>PySide6 {qt} crashes on Python {python}: install an older one with pip install 'PySide6-Essentials&lt;6.12', or start with Python 3.12 or newer.</source>
      <translation>PySide6 {qt} 在 Python {python} 上会崩溃：请用 pip install 'PySide6-Essentials&lt;6.12' 安装旧版本，或改用 Python 3.12 及更新版本启动。</translation>
    </message>
    <message>
      <source>Python files with nodes of your own; each runs once you have allowed it.</source>
      <translation>包含自定义节点的 Python 文件；每个文件经您允许后才会运行。</translation>
    </message>
    <message>
      <source>Qt cannot start because this system lacks {missing}: on Debian and Ubuntu, sudo apt install {packages}</source>
      <translation>系统缺少 {missing}，Qt 无法启动：在 Debian 和 Ubuntu 上请运行 sudo apt install {packages}</translation>
    </message>
    <message>
      <source>Quality</source>
      <translation>质量</translation>
    </message>
    <message>
      <source>Queue</source>
      <translation>队列</translation>
    </message>
    <message>
      <source>Queue at the &amp;front</source>
      <translation>排到队列最前(&amp;F)</translation>
    </message>
    <message>
      <source>Radius</source>
      <translation>半径</translation>
    </message>
    <message>
      <source>Read everything on disk and remove what is damaged</source>
      <translation>读取磁盘上的全部内容并移除损坏的部分</translation>
    </message>
    <message>
      <source>Reading</source>
      <translation>语法</translation>
    </message>
    <message>
      <source>Rectangle</source>
      <translation>矩形</translation>
    </message>
    <message>
      <source>Red</source>
      <translation>红色</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Remove from the history</source>
      <translation>从历史中移除</translation>
    </message>
    <message>
      <source>Remove noise from a latent, step by step, guided by two prompts.</source>
      <translation>在两段提示词的引导下，一步一步去除潜变量中的噪声。</translation>
    </message>
    <message>
      <source>Remove unused subgraphs</source>
      <translation>移除未使用的子图</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>重命名</translation>
    </message>
    <message>
      <source>Rename the block</source>
      <translation>重命名组件</translation>
    </message>
    <message>
      <source>Rename …</source>
      <translation>重命名…</translation>
    </message>
    <message>
      <source>Repaint only the hole</source>
      <translation>只重绘挖空处</translation>
    </message>
    <message>
      <source>Repeat the outermost pixels, or fill with the colour.</source>
      <translation>重复最外圈的像素，或用颜色填充。</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>重置</translation>
    </message>
    <message>
      <source>Reset all keys</source>
      <translation>重置所有快捷键</translation>
    </message>
    <message>
      <source>Resize</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>Results can move along to another one.</source>
      <translation>结果可以一并移到新的文件夹。</translation>
    </message>
    <message>
      <source>Results cannot be kept in {folder} ({reason}): choose another folder.</source>
      <translation>结果无法保存在 {folder}（{reason}）：请选择另一个文件夹。</translation>
    </message>
    <message>
      <source>Results go to {folder} now.</source>
      <translation>结果现在保存到 {folder}。</translation>
    </message>
    <message>
      <source>Results in the history</source>
      <translation>历史中的结果</translation>
    </message>
    <message>
      <source>Results kept</source>
      <translation>缓存的结果</translation>
    </message>
    <message>
      <source>Results kept: {memory} in memory, {disk} on disk</source>
      <translation>缓存的结果：内存中 {memory}，磁盘上 {disk}</translation>
    </message>
    <message>
      <source>Results, the newest first</source>
      <translation>结果，最新的在前</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>右</translation>
    </message>
    <message>
      <source>Room above.</source>
      <translation>上方增加的空间。</translation>
    </message>
    <message>
      <source>Room at the left.</source>
      <translation>左侧增加的空间。</translation>
    </message>
    <message>
      <source>Room at the right.</source>
      <translation>右侧增加的空间。</translation>
    </message>
    <message>
      <source>Room below.</source>
      <translation>下方增加的空间。</translation>
    </message>
    <message>
      <source>Room for the history</source>
      <translation>历史的空间</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>行</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>运行</translation>
    </message>
    <message>
      <source>Run again</source>
      <translation>再次运行</translation>
    </message>
    <message>
      <source>Run again with the graph as it is now</source>
      <translation>用当前的工作流再次运行</translation>
    </message>
    <message>
      <source>Run by itself after every change that matters</source>
      <translation>每次作出有影响的改动后自动运行</translation>
    </message>
    <message>
      <source>Run on &amp;edit</source>
      <translation>编辑时运行(&amp;E)</translation>
    </message>
    <message>
      <source>Run on edit</source>
      <translation>编辑时运行</translation>
    </message>
    <message>
      <source>Run se&amp;veral times</source>
      <translation>多次运行(&amp;V)</translation>
    </message>
    <message>
      <source>Run the first picture</source>
      <translation>生成第一张图片</translation>
    </message>
    <message>
      <source>Run the graph</source>
      <translation>运行工作流</translation>
    </message>
    <message>
      <source>Run the graph before all others that wait</source>
      <translation>让此工作流先于其他等待的项运行</translation>
    </message>
    <message>
      <source>Run the graph with several values, and see the results in a grid</source>
      <translation>用多个值运行工作流，结果排成网格</translation>
    </message>
    <message>
      <source>Run the graph with several values. The results become a labelled grid.</source>
      <translation>用多个值运行工作流。结果排成带标签的网格。</translation>
    </message>
    <message>
      <source>Run to &amp;selected nodes</source>
      <translation>运行到选中的节点(&amp;S)</translation>
    </message>
    <message>
      <source>Run what is missing</source>
      <translation>运行缺少的部分</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>运行中</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>运行</translation>
    </message>
    <message>
      <source>Runs appear here. Queue several, and they run one by one.</source>
      <translation>运行会显示在这里。可把多次运行加入队列，它们会依次执行。</translation>
    </message>
    <message>
      <source>S&amp;ettings …</source>
      <translation>设置(&amp;E)…</translation>
    </message>
    <message>
      <source>S&amp;tarter graphs</source>
      <translation>入门工作流(&amp;T)</translation>
    </message>
    <message>
      <source>S&amp;top</source>
      <translation>停止(&amp;T)</translation>
    </message>
    <message>
      <source>S&amp;weep …</source>
      <translation>参数扫描(&amp;W)…</translation>
    </message>
    <message>
      <source>Same seed, same picture.</source>
      <translation>种子相同，图片相同。</translation>
    </message>
    <message>
      <source>Same seed, same picture; picture k of a batch counts k onwards from it.</source>
      <translation>种子相同，图片相同；批次中的第 k 张由此依次递增。</translation>
    </message>
    <message>
      <source>Sampler</source>
      <translation>采样器</translation>
    </message>
    <message>
      <source>Sampling</source>
      <translation>采样</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Save &amp;as …</source>
      <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
      <source>Save Image</source>
      <translation>保存图像</translation>
    </message>
    <message>
      <source>Save a&amp;ll</source>
      <translation>全部保存(&amp;L)</translation>
    </message>
    <message>
      <source>Save as …</source>
      <translation>另存为…</translation>
    </message>
    <message>
      <source>Save pictu&amp;re as …</source>
      <translation>图片另存为(&amp;R)…</translation>
    </message>
    <message>
      <source>Save pictures in the output folder, with the graph that made them inside.</source>
      <translation>把图片保存到输出文件夹，并附上生成它们的工作流。</translation>
    </message>
    <message>
      <source>Save the changes to {name}?</source>
      <translation>是否保存对 {name} 的更改？</translation>
    </message>
    <message>
      <source>Save the graph</source>
      <translation>保存工作流</translation>
    </message>
    <message>
      <source>Save the grid as a picture …</source>
      <translation>把网格保存为图片…</translation>
    </message>
    <message>
      <source>Save the picture</source>
      <translation>保存图片</translation>
    </message>
    <message>
      <source>Save the picture as …</source>
      <translation>图片另存为…</translation>
    </message>
    <message>
      <source>Saved {count} pictures in {folder}</source>
      <translation>已把 {count} 张图片保存到 {folder}</translation>
    </message>
    <message>
      <source>Saved {name} in {folder}</source>
      <translation>已把 {name} 保存到 {folder}</translation>
    </message>
    <message>
      <source>Scheduler</source>
      <translation>调度器</translation>
    </message>
    <message>
      <source>Scribble</source>
      <translation>涂鸦</translation>
    </message>
    <message>
      <source>Search at the &amp;mouse …</source>
      <translation>在鼠标处搜索(&amp;M)…</translation>
    </message>
    <message>
      <source>Search for a node</source>
      <translation>搜索节点</translation>
    </message>
    <message>
      <source>Search for a node to add</source>
      <translation>搜索要添加的节点</translation>
    </message>
    <message>
      <source>Search prompts, seeds and titles</source>
      <translation>搜索提示词、种子和标题</translation>
    </message>
    <message>
      <source>Search the keys</source>
      <translation>搜索快捷键</translation>
    </message>
    <message>
      <source>Search the settings</source>
      <translation>搜索设置</translation>
    </message>
    <message>
      <source>Second</source>
      <translation>第二</translation>
    </message>
    <message>
      <source>Second key of {action}</source>
      <translation>“{action}”的第二快捷键</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>种子</translation>
    </message>
    <message>
      <source>Seed List</source>
      <translation>种子列表</translation>
    </message>
    <message>
      <source>Seed control</source>
      <translation>种子控制</translation>
    </message>
    <message>
      <source>Seed {seed}</source>
      <translation>种子 {seed}</translation>
    </message>
    <message>
      <source>Seeds</source>
      <translation>种子</translation>
    </message>
    <message>
      <source>Seeds and ranges with commas between, as in 1, 5, 9-12.</source>
      <translation>种子和范围，以逗号分隔，如 1, 5, 9-12。</translation>
    </message>
    <message>
      <source>Select &amp;all</source>
      <translation>全选(&amp;A)</translation>
    </message>
    <message>
      <source>Select a frame or a note to change its size.</source>
      <translation>请选中一个分组框或便签再改变尺寸。</translation>
    </message>
    <message>
      <source>Select a node to read what it does, and what just happened to it.</source>
      <translation>选中一个节点，查看它的作用和刚刚发生的情况。</translation>
    </message>
    <message>
      <source>Select a node to see and change its settings.</source>
      <translation>选中一个节点，查看并更改它的设置。</translation>
    </message>
    <message>
      <source>Select an input or an output of this subgraph to move it.</source>
      <translation>请选中此子图的一个输入或输出再移动。</translation>
    </message>
    <message>
      <source>Select several</source>
      <translation>选择多个</translation>
    </message>
    <message>
      <source>Select three things or more to distribute them.</source>
      <translation>要等距分布，请选中三个或更多对象。</translation>
    </message>
    <message>
      <source>Select two things or more to put them in line.</source>
      <translation>要对齐，请选中两个或更多对象。</translation>
    </message>
    <message>
      <source>Send the picture to a slot</source>
      <translation>把图片放入槽位</translation>
    </message>
    <message>
      <source>Send to slot 1</source>
      <translation>放入槽位 1</translation>
    </message>
    <message>
      <source>Send to slot 2</source>
      <translation>放入槽位 2</translation>
    </message>
    <message>
      <source>Send to slot 3</source>
      <translation>放入槽位 3</translation>
    </message>
    <message>
      <source>Send to slot 4</source>
      <translation>放入槽位 4</translation>
    </message>
    <message>
      <source>Send to slot 5</source>
      <translation>放入槽位 5</translation>
    </message>
    <message>
      <source>Send to slot 6</source>
      <translation>放入槽位 6</translation>
    </message>
    <message>
      <source>Send to slot 7</source>
      <translation>放入槽位 7</translation>
    </message>
    <message>
      <source>Send to slot 8</source>
      <translation>放入槽位 8</translation>
    </message>
    <message>
      <source>Send to slot 9</source>
      <translation>放入槽位 9</translation>
    </message>
    <message>
      <source>Set Latent Noise Mask</source>
      <translation>设置潜变量噪声蒙版</translation>
    </message>
    <message>
      <source>Set {parameter}</source>
      <translation>设置“{parameter}”</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Sharp pixels</source>
      <translation>锐利像素</translation>
    </message>
    <message>
      <source>Sheets</source>
      <translation>页</translation>
    </message>
    <message>
      <source>Show a mask as a grey picture, so that everything made for pictures works on it.</source>
      <translation>把蒙版显示为灰度图片，让所有用于图片的节点都能处理它。</translation>
    </message>
    <message>
      <source>Show in its fol&amp;der</source>
      <translation>在文件夹中显示(&amp;D)</translation>
    </message>
    <message>
      <source>Show in its folder</source>
      <translation>在文件夹中显示</translation>
    </message>
    <message>
      <source>Show in slot</source>
      <translation>显示到槽位</translation>
    </message>
    <message>
      <source>Show in the &amp;folder</source>
      <translation>在文件夹中显示(&amp;F)</translation>
    </message>
    <message>
      <source>Show in the panel</source>
      <translation>在面板中显示</translation>
    </message>
    <message>
      <source>Show on the canvas</source>
      <translation>在画布上显示</translation>
    </message>
    <message>
      <source>Show or hide the minimap</source>
      <translation>显示或隐藏小地图</translation>
    </message>
    <message>
      <source>Show pictures without saving them; they go on unchanged.</source>
      <translation>显示图片但不保存；图片原样传出。</translation>
    </message>
    <message>
      <source>Show the &amp;queue</source>
      <translation>显示队列(&amp;Q)</translation>
    </message>
    <message>
      <source>Show the file in its folder</source>
      <translation>在文件夹中显示文件</translation>
    </message>
    <message>
      <source>Show the graph</source>
      <translation>显示工作流</translation>
    </message>
    <message>
      <source>Show the grid in the viewer</source>
      <translation>在查看器中显示网格</translation>
    </message>
    <message>
      <source>Show the node on the canvas</source>
      <translation>在画布上显示节点</translation>
    </message>
    <message>
      <source>Show the pixels of enlarged pictures</source>
      <translation>显示放大图片的像素</translation>
    </message>
    <message>
      <source>Show the whole picture</source>
      <translation>显示整张图片</translation>
    </message>
    <message>
      <source>Show what is pinned as a form with a large viewer</source>
      <translation>以表单显示固定的参数，配大查看器</translation>
    </message>
    <message>
      <source>Show {names}</source>
      <translation>显示 {names}</translation>
    </message>
    <message>
      <source>Shown from the next start of the program.</source>
      <translation>下次启动程序时显示。</translation>
    </message>
    <message>
      <source>Shows the whole graph in a corner while a part of it is out of view.</source>
      <translation>工作流有一部分在视野之外时，在角落显示整个工作流。</translation>
    </message>
    <message>
      <source>Side of the tiles that are decoded one by one; 0 decodes the picture in one go.</source>
      <translation>逐块解码的分块边长；0 表示一次解码整张图片。</translation>
    </message>
    <message>
      <source>Side of the tiles that are encoded one by one; 0 encodes the picture in one go.</source>
      <translation>逐块编码的分块边长；0 表示一次编码整张图片。</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>尺寸</translation>
    </message>
    <message>
      <source>Slot {name}: {title} {role}</source>
      <translation>槽位 {name}：{title} {role}</translation>
    </message>
    <message>
      <source>Slot {slot} is empty.</source>
      <translation>槽位 {slot} 是空的。</translation>
    </message>
    <message>
      <source>Slots of the viewer</source>
      <translation>查看器的槽位</translation>
    </message>
    <message>
      <source>Smaller brush</source>
      <translation>减小画笔</translation>
    </message>
    <message>
      <source>Snap to neighbours</source>
      <translation>与相邻对象对齐</translation>
    </message>
    <message>
      <source>Snap to the grid</source>
      <translation>对齐到网格</translation>
    </message>
    <message>
      <source>So long after the last change it runs.</source>
      <translation>最后一次改动后经过这段时间再运行。</translation>
    </message>
    <message>
      <source>Socket further &amp;down</source>
      <translation>端口下移(&amp;D)</translation>
    </message>
    <message>
      <source>Socket further &amp;up</source>
      <translation>端口上移(&amp;U)</translation>
    </message>
    <message>
      <source>Soft keeps greys; hard makes everything black or white.</source>
      <translation>“软”保留灰度；“硬”使每处非黑即白。</translation>
    </message>
    <message>
      <source>Soften the borders of a mask, so that what is painted there blends in.</source>
      <translation>柔化蒙版的边缘，让重绘的内容自然融合。</translation>
    </message>
    <message>
      <source>Something went wrong.</source>
      <translation>出了点问题。</translation>
    </message>
    <message>
      <source>Spacing</source>
      <translation>间隔</translation>
    </message>
    <message>
      <source>Split Images</source>
      <translation>拆分图像</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>起点</translation>
    </message>
    <message>
      <source>Start anew</source>
      <translation>重新开始</translation>
    </message>
    <message>
      <source>Start step</source>
      <translation>起始步</translation>
    </message>
    <message>
      <source>Start the sweep</source>
      <translation>开始扫描</translation>
    </message>
    <message>
      <source>Start with</source>
      <translation>启动时显示</translation>
    </message>
    <message>
      <source>Starter graphs</source>
      <translation>入门工作流</translation>
    </message>
    <message>
      <source>Starting …</source>
      <translation>正在启动…</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>步数</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Stop before this step and leave the rest of the noise in; 0 goes to the end.</source>
      <translation>在这一步之前停止，留下剩余的噪声；0 表示进行到底。</translation>
    </message>
    <message>
      <source>Stop exposing</source>
      <translation>取消公开</translation>
    </message>
    <message>
      <source>Stop exposing {parameter}</source>
      <translation>取消公开“{parameter}”</translation>
    </message>
    <message>
      <source>Stop this run</source>
      <translation>停止这次运行</translation>
    </message>
    <message>
      <source>Stop this sweep</source>
      <translation>停止这次扫描</translation>
    </message>
    <message>
      <source>Stop; the steps that are done are kept</source>
      <translation>停止；已完成的步会保留</translation>
    </message>
    <message>
      <source>Stopped after {time}</source>
      <translation>已停止，用时 {time}</translation>
    </message>
    <message>
      <source>Strength</source>
      <translation>强度</translation>
    </message>
    <message>
      <source>Stretch changes the proportions; fit keeps them and stays within the size; fill keeps them and cuts off what stands over.</source>
      <translation>“拉伸”改变比例；“适应”保持比例并限制在尺寸之内；“填充”保持比例并裁去超出的部分。</translation>
    </message>
    <message>
      <source>Su&amp;bgraph</source>
      <translation>子图(&amp;B)</translation>
    </message>
    <message>
      <source>Subgraph Input</source>
      <translation>子图输入</translation>
    </message>
    <message>
      <source>Subgraph Output</source>
      <translation>子图输出</translation>
    </message>
    <message>
      <source>Swap A and B</source>
      <translation>交换 A 和 B</translation>
    </message>
    <message>
      <source>Swap width and height</source>
      <translation>交换宽和高</translation>
    </message>
    <message>
      <source>Sweep</source>
      <translation>参数扫描</translation>
    </message>
    <message>
      <source>Sweep over {parameter} …</source>
      <translation>扫描“{parameter}”…</translation>
    </message>
    <message>
      <source>Switch</source>
      <translation>切换</translation>
    </message>
    <message>
      <source>Switch off, and all that needs it</source>
      <translation>关闭此节点以及所有依赖它的节点</translation>
    </message>
    <message>
      <source>T&amp;urn the line</source>
      <translation>旋转分隔线(&amp;U)</translation>
    </message>
    <message>
      <source>Tab goes on to the next one; a subgraph without values is opened</source>
      <translation>Tab 移到下一个；没有可编辑参数的子图会被打开</translation>
    </message>
    <message>
      <source>Tab, a tap of Space, or double-click where nothing is</source>
      <translation>在空白处按 Tab、轻按空格键或双击</translation>
    </message>
    <message>
      <source>Take &amp;all out of the queue</source>
      <translation>清空队列(&amp;A)</translation>
    </message>
    <message>
      <source>Take a batch apart, so that what follows works on every picture alone.</source>
      <translation>把一个批次拆开，让后面的节点逐张处理图片。</translation>
    </message>
    <message>
      <source>Take all out of the queue</source>
      <translation>清空队列</translation>
    </message>
    <message>
      <source>Take nodes out and join what ran through them</source>
      <translation>抽出节点，并接合穿过它们的连线</translation>
    </message>
    <message>
      <source>Take out of the queue</source>
      <translation>移出队列</translation>
    </message>
    <message>
      <source>Take painted strokes back</source>
      <translation>撤回笔触</translation>
    </message>
    <message>
      <source>Take the brightness or one colour of a picture as a mask.</source>
      <translation>取图片的亮度或一种颜色作为蒙版。</translation>
    </message>
    <message>
      <source>Take the last stroke back (Ctrl+Z)</source>
      <translation>撤回最后一笔（Ctrl+Z）</translation>
    </message>
    <message>
      <source>Take the values of a cell</source>
      <translation>采用单元格的值</translation>
    </message>
    <message>
      <source>Takes</source>
      <translation>输入</translation>
    </message>
    <message>
      <source>Teal</source>
      <translation>青色</translation>
    </message>
    <message>
      <source>Tell of the end of a run</source>
      <translation>运行结束时通知</translation>
    </message>
    <message>
      <source>Ten minutes with pictures, and how everything is done</source>
      <translation>十分钟图文教程，以及各项操作的方法</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>Text Encoder</source>
      <translation>文本编码器</translation>
    </message>
    <message>
      <source>Text encoder of a model.</source>
      <translation>模型的文本编码器。</translation>
    </message>
    <message>
      <source>Text encoder with its tokenizer; for the Text Encoder.</source>
      <translation>带分词器的文本编码器；供“文本编码器”节点使用。</translation>
    </message>
    <message>
      <source>Text in Markdown</source>
      <translation>Markdown 文字</translation>
    </message>
    <message>
      <source>Text model</source>
      <translation>文本模型</translation>
    </message>
    <message>
      <source>Text to image</source>
      <translation>文生图</translation>
    </message>
    <message>
      <source>TextModel</source>
      <translation>文本模型</translation>
    </message>
    <message>
      <source>The ControlNet ends at {end}, before it starts at {start}: raise end or lower start.</source>
      <translation>ControlNet 在 {end} 结束，早于开始的 {start}：请提高终点或降低起点。</translation>
    </message>
    <message>
      <source>The ControlNet got {pictures} pictures for {batch}: give it one, or one for each picture.</source>
      <translation>ControlNet 得到 {pictures} 张图片，而批次为 {batch}：请提供一张，或每张图片各一张。</translation>
    </message>
    <message>
      <source>The ControlNet wants pictures with {expected} channels, not {channels}: use the preprocessing that belongs to it.</source>
      <translation>ControlNet 需要 {expected} 个通道的图片，而不是 {channels} 个：请使用与它配套的预处理。</translation>
    </message>
    <message>
      <source>The ControlNet.</source>
      <translation>ControlNet。</translation>
    </message>
    <message>
      <source>The batch.</source>
      <translation>批次。</translation>
    </message>
    <message>
      <source>The blended pictures.</source>
      <translation>混合后的图片。</translation>
    </message>
    <message>
      <source>The cache in {folder} cannot be used ({reason}): close other copies of the program, or choose another folder in the settings.</source>
      <translation>{folder} 中的缓存无法使用（{reason}）：请关闭本程序的其他副本，或在设置中选择另一个文件夹。</translation>
    </message>
    <message>
      <source>The cache on disk is switched off: switch it on in the settings.</source>
      <translation>磁盘缓存已关闭：请在设置中打开。</translation>
    </message>
    <message>
      <source>The chain with this one.</source>
      <translation>加上这一个之后的链。</translation>
    </message>
    <message>
      <source>The changed mask.</source>
      <translation>改变后的蒙版。</translation>
    </message>
    <message>
      <source>The changes with this one.</source>
      <translation>加上这一项之后的变化。</translation>
    </message>
    <message>
      <source>The clipboard holds no graph: copy nodes first.</source>
      <translation>剪贴板中没有工作流：请先复制节点。</translation>
    </message>
    <message>
      <source>The colour</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>The decoded picture.</source>
      <translation>解码后的图片。</translation>
    </message>
    <message>
      <source>The device could not be prepared ({kind}: {text}): see the log, or reinstall.</source>
      <translation>计算设备无法准备（{kind}：{text}）：请查看日志，或重新安装。</translation>
    </message>
    <message>
      <source>The disk is busy writing results: wait a moment and try again.</source>
      <translation>磁盘正忙于写入结果：请稍候再试。</translation>
    </message>
    <message>
      <source>The documentation is not there: {file} is missing.</source>
      <translation>没有找到文档：缺少 {file}。</translation>
    </message>
    <message>
      <source>The file {name} was changed or removed by another program: what you see are your own changes; saving writes them over it.</source>
      <translation>文件 {name} 已被其他程序更改或移除：您看到的是自己的改动；保存会覆盖该文件。</translation>
    </message>
    <message>
      <source>The files that were written.</source>
      <translation>写出的文件。</translation>
    </message>
    <message>
      <source>The first steps settle what lies where, the last ones surfaces and small things. Chain several
for more than two prompts. A later prompt is cheap to change, since the steps before are kept.</source>
      <translation>前几步决定布局，后几步决定表面和细节。需要两段以上提示词时可串联多个节点。修改后面的提示词几乎不费时间，因为之前的步已经缓存。</translation>
    </message>
    <message>
      <source>The graph has no node with the id or title {name}: {hint}.</source>
      <translation>工作流中没有 id 或标题为 {name} 的节点：{hint}。</translation>
    </message>
    <message>
      <source>The graph has nothing to run: add a Save Image or a Preview and connect it.</source>
      <translation>工作流没有可运行的内容：请添加“保存图像”或“预览”并连接。</translation>
    </message>
    <message>
      <source>The graph of this picture is not known.</source>
      <translation>这张图片的工作流未知。</translation>
    </message>
    <message>
      <source>The graphs from before</source>
      <translation>先前打开的工作流</translation>
    </message>
    <message>
      <source>The history of results in {file} cannot be used ({reason}): pictures that are made now may be missing there, so save those that you want to keep.</source>
      <translation>{file} 中的历史无法使用（{reason}）：现在生成的图片可能不会记录，请保存想要保留的图片。</translation>
    </message>
    <message>
      <source>The history of results was damaged: it is kept as {file}, and a new one begins.</source>
      <translation>结果的历史已损坏：原文件保存为 {file}，并从头开始新的历史。</translation>
    </message>
    <message>
      <source>The id</source>
      <translation>id</translation>
    </message>
    <message>
      <source>The input in use.</source>
      <translation>在用的输入。</translation>
    </message>
    <message>
      <source>The kind {kind} is not installed.</source>
      <translation>没有安装类型 {kind}。</translation>
    </message>
    <message>
      <source>The latent after the last step.</source>
      <translation>最后一步之后的潜变量。</translation>
    </message>
    <message>
      <source>The latent became NaN at step {step} of {total}: lower cfg, take another scheduler or spacing, or set LATENT_LOOM_DTYPE=float32.</source>
      <translation>潜变量在第 {step} 步（共 {total} 步）变成了 NaN：请降低 CFG，换一个调度器或间隔，或设置 LATENT_LOOM_DTYPE=float32。</translation>
    </message>
    <message>
      <source>The latent has {channels} channels, but the model takes {expected}: encode it anew.</source>
      <translation>潜变量有 {channels} 个通道，但模型需要 {expected} 个：请重新编码。</translation>
    </message>
    <message>
      <source>The latent is for {latent} with {channels} channels, but the VAE is for {vae} with {expected}: connect the VAE of the model that made the latent.</source>
      <translation>潜变量属于 {latent}，有 {channels} 个通道，但 VAE 属于 {vae}，需要 {expected} 个：请连接生成该潜变量的模型的 VAE。</translation>
    </message>
    <message>
      <source>The latent keeps how sure the autoencoder is, so that a Sampler can draw from it with its own
seed, as diffusers' pipelines do.</source>
      <translation>潜变量保留了自编码器的不确定度，因此采样器可以像 diffusers 的管线那样，用自己的种子从中抽取。</translation>
    </message>
    <message>
      <source>The latent with the mask.</source>
      <translation>带蒙版的潜变量。</translation>
    </message>
    <message>
      <source>The list has more than {most} seeds: make it shorter, or use several Samplers.</source>
      <translation>列表中的种子超过 {most} 个：请缩短列表，或使用多个采样器。</translation>
    </message>
    <message>
      <source>The list has no seeds: write at least one, such as 1, 5, 9-12.</source>
      <translation>列表中没有种子：请至少写一个，如 1, 5, 9-12。</translation>
    </message>
    <message>
      <source>The lower pictures.</source>
      <translation>下层图片。</translation>
    </message>
    <message>
      <source>The mask as a picture.</source>
      <translation>作为图片的蒙版。</translation>
    </message>
    <message>
      <source>The mask feeds {node} now.</source>
      <translation>蒙版现已接入 {node}。</translation>
    </message>
    <message>
      <source>The mask is a node now: connect it where it is needed.</source>
      <translation>蒙版现在是一个节点：请把它连接到需要的地方。</translation>
    </message>
    <message>
      <source>The mask, as large as the picture under it.</source>
      <translation>蒙版，与下面的图片一样大。</translation>
    </message>
    <message>
      <source>The mask.</source>
      <translation>蒙版。</translation>
    </message>
    <message>
      <source>The model for the first steps.</source>
      <translation>用于前几步的模型。</translation>
    </message>
    <message>
      <source>The model for the steps after them.</source>
      <translation>用于之后各步的模型。</translation>
    </message>
    <message>
      <source>The model is a folder in the diffusers layout with weights as .safetensors. Nothing is read into
memory before another node uses it.</source>
      <translation>模型是 diffusers 布局的文件夹，权重为 .safetensors。在其他节点使用它之前，不会读入内存。</translation>
    </message>
    <message>
      <source>The name has an unknown field {field}: use {known}, or leave out the braces.</source>
      <translation>名称中有未知的字段 {field}：请使用 {known}，或去掉花括号。</translation>
    </message>
    <message>
      <source>The name of this node; empty for the name of its kind</source>
      <translation>此节点的名称；留空则使用类型的名称</translation>
    </message>
    <message>
      <source>The negatives.</source>
      <translation>负片。</translation>
    </message>
    <message>
      <source>The network cannot be compiled here ({problem}): switch compile off in Load Model, or install what is missing.</source>
      <translation>网络无法在此编译（{problem}）：请在“加载模型”中关闭编译，或安装缺少的部分。</translation>
    </message>
    <message>
      <source>The network; for the ControlNet.</source>
      <translation>网络；供 ControlNet 节点使用。</translation>
    </message>
    <message>
      <source>The next seed before every run</source>
      <translation>每次运行前种子加一</translation>
    </message>
    <message>
      <source>The number that random draws start from: wire it to several Samplers to keep them alike.</source>
      <translation>随机抽取的起始数：接到多个采样器可使它们保持一致。</translation>
    </message>
    <message>
      <source>The number.</source>
      <translation>数值。</translation>
    </message>
    <message>
      <source>The oldest are forgotten first, favourites last. Saved files stay.</source>
      <translation>先忘记最旧的，最后才是收藏的。已保存的文件不受影响。</translation>
    </message>
    <message>
      <source>The opposite mask.</source>
      <translation>相反的蒙版。</translation>
    </message>
    <message>
      <source>The outlines of another picture are kept.</source>
      <translation>保留另一张图片的轮廓。</translation>
    </message>
    <message>
      <source>The painted mask cannot be read, so its text was changed elsewhere: paint it anew.</source>
      <translation>手绘蒙版无法读取，它的文本可能在别处被改动：请重新绘制。</translation>
    </message>
    <message>
      <source>The part to keep begins at {left}, {top}, outside the picture of {width} x {height}: choose a smaller left and top.</source>
      <translation>要保留的部分从 {left}、{top} 开始，在 {width} x {height} 的图片之外：请选择较小的左和上。</translation>
    </message>
    <message>
      <source>The part.</source>
      <translation>裁出的部分。</translation>
    </message>
    <message>
      <source>The picture as a latent.</source>
      <translation>作为潜变量的图片。</translation>
    </message>
    <message>
      <source>The picture file: PNG, JPEG, WebP, TIFF, GIF, BMP or AVIF.</source>
      <translation>图片文件：PNG、JPEG、WebP、TIFF、GIF、BMP 或 AVIF。</translation>
    </message>
    <message>
      <source>The picture is on the clipboard.</source>
      <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
      <source>The picture is turned as its camera noted. Of an animation the first frame is taken. Erase a
part in a paint program to have it repainted: what is transparent is white in the mask.</source>
      <translation>按相机记录的方向旋转图片。动画取第一帧。在绘图软件中擦除一部分即可重绘：透明处在蒙版中为白色。</translation>
    </message>
    <message>
      <source>The picture it should follow, made as this ControlNet expects it.</source>
      <translation>要遵循的图片，按此 ControlNet 的要求准备。</translation>
    </message>
    <message>
      <source>The picture was saved as {path}.</source>
      <translation>图片已保存为 {path}。</translation>
    </message>
    <message>
      <source>The picture, turned upright.</source>
      <translation>转正后的图片。</translation>
    </message>
    <message>
      <source>The pictures one by one.</source>
      <translation>逐张的图片。</translation>
    </message>
    <message>
      <source>The pictures to save.</source>
      <translation>要保存的图片。</translation>
    </message>
    <message>
      <source>The pictures to show.</source>
      <translation>要显示的图片。</translation>
    </message>
    <message>
      <source>The pictures, any number of wires.</source>
      <translation>图片，可接任意多条连线。</translation>
    </message>
    <message>
      <source>The pictures.</source>
      <translation>图片。</translation>
    </message>
    <message>
      <source>The position</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>The program ends without a question, and shows them again at its next start.</source>
      <translation>程序退出时不再询问，下次启动时重新显示它们。</translation>
    </message>
    <message>
      <source>The prompt as the network understands it.</source>
      <translation>网络所理解的提示词。</translation>
    </message>
    <message>
      <source>The prompt has {count} tokens, and at most {limit} are encoded: make it shorter.</source>
      <translation>提示词有 {count} 个词元，最多编码 {limit} 个：请缩短。</translation>
    </message>
    <message>
      <source>The prompt is encoded {width} numbers wide, but the model takes {expected}: connect the text encoder of the same model.</source>
      <translation>提示词编码的宽度为 {width}，但模型需要 {expected}：请连接同一模型的文本编码器。</translation>
    </message>
    <message>
      <source>The prompt: what the picture should show, or should not show.</source>
      <translation>提示词：图片应当或不应当出现的内容。</translation>
    </message>
    <message>
      <source>The range {part} ends before it starts: write {last}-{first}.</source>
      <translation>范围 {part} 的终点在起点之前：请写成 {last}-{first}。</translation>
    </message>
    <message>
      <source>The resized pictures.</source>
      <translation>缩放后的图片。</translation>
    </message>
    <message>
      <source>The rest is put back after every step, with as much noise as that step leaves, as in diffusers'
inpainting.</source>
      <translation>每一步之后放回其余部分，并加入该步剩余的噪声，与 diffusers 的局部重绘一致。</translation>
    </message>
    <message>
      <source>The results were moved to {folder}.</source>
      <translation>结果已移动到 {folder}。</translation>
    </message>
    <message>
      <source>The run ended unexpectedly with {kind}: {text}. Run again, or restart the program.</source>
      <translation>运行意外结束，{kind}：{text}。请重新运行，或重新启动程序。</translation>
    </message>
    <message>
      <source>The same pictures.</source>
      <translation>同样的图片。</translation>
    </message>
    <message>
      <source>The same seed</source>
      <translation>种子不变</translation>
    </message>
    <message>
      <source>The same, unchanged.</source>
      <translation>原样传出的内容。</translation>
    </message>
    <message>
      <source>The schedule of this model cannot be read: get the model folder again.</source>
      <translation>无法读取此模型的噪声计划：请重新获取模型文件夹。</translation>
    </message>
    <message>
      <source>The second model is {after} and the first is {before}: only a model of the same kind can take over.</source>
      <translation>第二个模型是 {after}，第一个是 {before}：只有同类模型才能接手。</translation>
    </message>
    <message>
      <source>The second model predicts {after} and the first {before}: only a model that predicts the same can take over.</source>
      <translation>第二个模型预测 {after}，第一个预测 {before}：只有预测目标相同的模型才能接手。</translation>
    </message>
    <message>
      <source>The second model works on latents of {after} channels and the first on {before}: only a model with the same latents can take over.</source>
      <translation>第二个模型的潜变量有 {after} 个通道，第一个有 {before} 个：只有潜变量相同的模型才能接手。</translation>
    </message>
    <message>
      <source>The seed.</source>
      <translation>种子。</translation>
    </message>
    <message>
      <source>The seeds, in this order.</source>
      <translation>按此顺序排列的种子。</translation>
    </message>
    <message>
      <source>The sizes differ, since {one} is {first} and {other} is {second}: resize one of them to the other's size.</source>
      <translation>尺寸不同，{one} 是 {first}，{other} 是 {second}：请把其中一个缩放到另一个的尺寸。</translation>
    </message>
    <message>
      <source>The softer mask.</source>
      <translation>柔化后的蒙版。</translation>
    </message>
    <message>
      <source>The subgraph {title} holds others that lie too deep within each other: unpack some of them.</source>
      <translation>子图 {title} 中的子图嵌套过深：请解开其中的一些。</translation>
    </message>
    <message>
      <source>The subgraph {title} would hold itself without end: use another one inside it.</source>
      <translation>子图 {title} 会无止境地包含自身：请在其中使用另一个子图。</translation>
    </message>
    <message>
      <source>The subgraphs of this graph come to more than {most} nodes: remove some of those that lie within others.</source>
      <translation>此工作流的子图合计超过 {most} 个节点：请移除一些嵌套的子图。</translation>
    </message>
    <message>
      <source>The text does not contain {wanted}, so nothing can be put in its place.</source>
      <translation>文本中没有 {wanted}，因此无从替换。</translation>
    </message>
    <message>
      <source>The text.</source>
      <translation>文本。</translation>
    </message>
    <message>
      <source>The tokens, their weights, and where a long prompt was cut.</source>
      <translation>词元及其权重，以及过长的提示词在哪里被截断。</translation>
    </message>
    <message>
      <source>The two models were trained on different noise levels ({name}): only a model with the same ones can take over.</source>
      <translation>两个模型以不同的噪声水平训练（{name}）：只有噪声水平相同的模型才能接手。</translation>
    </message>
    <message>
      <source>The upper pictures: as many, or one for all.</source>
      <translation>上层图片：张数相同，或一张用于全部。</translation>
    </message>
    <message>
      <source>The usual colour</source>
      <translation>默认颜色</translation>
    </message>
    <message>
      <source>The welcome page</source>
      <translation>欢迎页</translation>
    </message>
    <message>
      <source>The whole number.</source>
      <translation>整数。</translation>
    </message>
    <message>
      <source>The wider pictures.</source>
      <translation>外扩后的图片。</translation>
    </message>
    <message>
      <source>The wire from {source} to {target} leads nowhere, for there is no {missing}: draw it anew or remove it.</source>
      <translation>从 {source} 到 {target} 的连线没有着落，因为 {missing} 不存在：请重新连接或移除它。</translation>
    </message>
    <message>
      <source>The wires of {nodes} form a circle, so that it can never run: remove one of them.</source>
      <translation>{nodes} 的连线构成了环，因此永远无法运行：请移除其中一条。</translation>
    </message>
    <message>
      <source>The {thing} is for {family}, but the model is {model}: use one made for {model}.</source>
      <translation>{thing} 适用于 {family}，但模型是 {model}：请使用为 {model} 制作的。</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>主题</translation>
    </message>
    <message>
      <source>Then</source>
      <translation>之后的提示词</translation>
    </message>
    <message>
      <source>There are {masks} masks for {pictures} pictures: give one, or one for each picture.</source>
      <translation>有 {masks} 个蒙版，图片有 {pictures} 张：请提供一个，或每张图片各一个。</translation>
    </message>
    <message>
      <source>There are {seeds} seeds for {pictures} pictures: give a seed for each picture, or one latent for all seeds.</source>
      <translation>有 {seeds} 个种子，图片有 {pictures} 张：请为每张图片提供一个种子，或让所有种子共用一个潜变量。</translation>
    </message>
    <message>
      <source>There is no display to open a window on: start from a desktop session, or run without a window: python main.py run resources/graphs/text-to-image.loom</source>
      <translation>没有可打开窗口的显示器：请在桌面会话中启动，或不使用窗口运行：python main.py run resources/graphs/text-to-image.loom</translation>
    </message>
    <message>
      <source>There is no file {file}: check its name and folder, or choose another file.</source>
      <translation>没有文件 {file}：请检查文件名和文件夹，或选择另一个文件。</translation>
    </message>
    <message>
      <source>There is no model at {path}: choose another model, or put the folder back.</source>
      <translation>{path} 处没有模型：请选择另一个模型，或把文件夹放回原处。</translation>
    </message>
    <message>
      <source>There is no node {node} in this graph.</source>
      <translation>此工作流中没有节点 {node}。</translation>
    </message>
    <message>
      <source>There is no other picture to compare with: change something and run again, or press 1 to 9 on a node to put its picture into a slot.</source>
      <translation>没有可对比的另一张图片：请作些改动再运行，或在节点上按 1 到 9 把它的图片放入槽位。</translation>
    </message>
    <message>
      <source>There is no picture file at {path}: choose another one, or put it back.</source>
      <translation>{path} 处没有图片文件：请选择另一个，或把它放回原处。</translation>
    </message>
    <message>
      <source>There is no picture to join: connect at least one.</source>
      <translation>没有可合并的图片：请至少连接一张。</translation>
    </message>
    <message>
      <source>There is no picture to put into slot {slot} yet.</source>
      <translation>还没有可放入槽位 {slot} 的图片。</translation>
    </message>
    <message>
      <source>There is no {kind} {name}: {remedy}.</source>
      <translation>没有{kind} {name}：{remedy}。</translation>
    </message>
    <message>
      <source>There is not enough memory ({device}): make the picture or the batch smaller, decode it in tiles, or close other programs.</source>
      <translation>内存不足（{device}）：请减小图片或批次，分块解码，或关闭其他程序。</translation>
    </message>
    <message>
      <source>There is nothing to run yet: add a node first.</source>
      <translation>还没有可运行的内容：请先添加一个节点。</translation>
    </message>
    <message>
      <source>These are {count} runs: take fewer values, at most {most} runs.</source>
      <translation>这共有 {count} 次运行：请减少取值，最多 {most} 次。</translation>
    </message>
    <message>
      <source>These wires can only be moved to a port of the same side of a node.</source>
      <translation>这些连线只能移到节点同一侧的端口上。</translation>
    </message>
    <message>
      <source>They are found after a restart.</source>
      <translation>重新启动后仍能找到。</translation>
    </message>
    <message>
      <source>They are lost otherwise.</source>
      <translation>否则会丢失。</translation>
    </message>
    <message>
      <source>They go to {folder}. Otherwise they stay where they are, unused.</source>
      <translation>它们会移到 {folder}。否则留在原处，不再使用。</translation>
    </message>
    <message>
      <source>Thickness</source>
      <translation>粗细</translation>
    </message>
    <message>
      <source>Third</source>
      <translation>第三</translation>
    </message>
    <message>
      <source>This ControlNet was made for text of width {network}, but the model uses {model}: choose a ControlNet of the model's family.</source>
      <translation>此 ControlNet 对应的文本宽度为 {network}，但模型使用 {model}：请选择属于该模型系列的 ControlNet。</translation>
    </message>
    <message>
      <source>This node feeds nothing.</source>
      <translation>此节点不向任何节点提供输出。</translation>
    </message>
    <message>
      <source>This node has no picture yet: run the graph first.</source>
      <translation>此节点还没有图片：请先运行工作流。</translation>
    </message>
    <message>
      <source>This node has no ports to connect.</source>
      <translation>此节点没有可连接的端口。</translation>
    </message>
    <message>
      <source>This node has no value to edit here.</source>
      <translation>此节点没有可在这里编辑的值。</translation>
    </message>
    <message>
      <source>This session</source>
      <translation>本次会话</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>阈值</translation>
    </message>
    <message>
      <source>Tile</source>
      <translation>分块</translation>
    </message>
    <message>
      <source>Tiles make big pictures fit into little memory; their seams are blended, but colours may differ
a little from tile to tile.</source>
      <translation>分块能让大图片放进较小的内存；接缝会融合，但各块之间的颜色可能略有差异。</translation>
    </message>
    <message>
      <source>Tiles of {tile} px cannot overlap by {overlap} px: lower the overlap to at most {most} px or use larger tiles.</source>
      <translation>{tile} px 的分块不能重叠 {overlap} px：请把重叠降到最多 {most} px，或使用更大的分块。</translation>
    </message>
    <message>
      <source>Tip</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>Tokens</source>
      <translation>词元</translation>
    </message>
    <message>
      <source>Tokens: {tokens}</source>
      <translation>词元：{tokens}</translation>
    </message>
    <message>
      <source>Tolerance</source>
      <translation>容差</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>工具</translation>
    </message>
    <message>
      <source>Top</source>
      <translation>上</translation>
    </message>
    <message>
      <source>Tour</source>
      <translation>教程</translation>
    </message>
    <message>
      <source>Turn a latent into a picture.</source>
      <translation>把潜变量转换为图片。</translation>
    </message>
    <message>
      <source>Turn a picture into a latent, to start a Sampler from it.</source>
      <translation>把图片转换为潜变量，供采样器由此开始。</translation>
    </message>
    <message>
      <source>Turn a prompt into conditioning for the Sampler.</source>
      <translation>把提示词转换为供采样器使用的条件。</translation>
    </message>
    <message>
      <source>Turn pictures into few broad white strokes, for scribble ControlNets.</source>
      <translation>把图片转换为少量粗白笔触，供涂鸦 ControlNet 使用。</translation>
    </message>
    <message>
      <source>Turn pictures into soft white lines, for line art ControlNets.</source>
      <translation>把图片转换为柔和的白色线条，供线稿 ControlNet 使用。</translation>
    </message>
    <message>
      <source>Turn pictures into their negative.</source>
      <translation>把图片转换为负片。</translation>
    </message>
    <message>
      <source>Turn the line upright or level</source>
      <translation>把分隔线转为竖直或水平</translation>
    </message>
    <message>
      <source>Type to search</source>
      <translation>输入文字即可搜索</translation>
    </message>
    <message>
      <source>Unfold</source>
      <translation>展开</translation>
    </message>
    <message>
      <source>Unpack the subgraph</source>
      <translation>解开子图</translation>
    </message>
    <message>
      <source>Unplug {port} from {node}</source>
      <translation>断开 {node} 的 {port}</translation>
    </message>
    <message>
      <source>Unsaved changes</source>
      <translation>有未保存的更改</translation>
    </message>
    <message>
      <source>Untitled</source>
      <translation>未命名</translation>
    </message>
    <message>
      <source>Up to there the Sampler's own cfg holds. Chain several for more changes. A later change is cheap
to try, since the steps before are kept; where cfg is 1 the steps take half the time.</source>
      <translation>在此之前使用采样器自身的 CFG。需要更多变化时可串联多个节点。修改后面的变化几乎不费时间，因为之前的步已经缓存；CFG 为 1 的步用时减半。</translation>
    </message>
    <message>
      <source>Up to {high}.</source>
      <translation>最大 {high}。</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>使用</translation>
    </message>
    <message>
      <source>Use a painted mask, or give it up</source>
      <translation>采用绘制的蒙版，或放弃</translation>
    </message>
    <message>
      <source>Use it in the graph (Enter)</source>
      <translation>用于工作流（Enter）</translation>
    </message>
    <message>
      <source>Use mask</source>
      <translation>采用蒙版</translation>
    </message>
    <message>
      <source>Used from the next start of the program.</source>
      <translation>下次启动程序时生效。</translation>
    </message>
    <message>
      <source>Used in {count} places: make unique</source>
      <translation>用在 {count} 处：设为独立</translation>
    </message>
    <message>
      <source>VAE</source>
      <translation>VAE</translation>
    </message>
    <message>
      <source>VAE Decode</source>
      <translation>VAE 解码</translation>
    </message>
    <message>
      <source>VAE Encode</source>
      <translation>VAE 编码</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>值</translation>
    </message>
    <message>
      <source>Values</source>
      <translation>值</translation>
    </message>
    <message>
      <source>Values of the {axis}</source>
      <translation>{axis}的取值</translation>
    </message>
    <message>
      <source>Viewer</source>
      <translation>查看器</translation>
    </message>
    <message>
      <source>Violet</source>
      <translation>紫色</translation>
    </message>
    <message>
      <source>Wait before that</source>
      <translation>等待时间</translation>
    </message>
    <message>
      <source>Weakest change that starts an outline.</source>
      <translation>能开始一条轮廓的最弱变化。</translation>
    </message>
    <message>
      <source>Weakest change that still continues an outline; 1 is black against white.</source>
      <translation>仍能延续一条轮廓的最弱变化；1 相当于黑白之差。</translation>
    </message>
    <message>
      <source>WebP</source>
      <translation>WebP</translation>
    </message>
    <message>
      <source>What &amp;feeds the node</source>
      <translation>为节点提供输入的来源(&amp;F)</translation>
    </message>
    <message>
      <source>What Run will have to do; everything else is kept from before.</source>
      <translation>“运行”将要做的事；其余内容沿用缓存。</translation>
    </message>
    <message>
      <source>What a start of the program shows.</source>
      <translation>启动程序时显示什么。</translation>
    </message>
    <message>
      <source>What arrives from outside.</source>
      <translation>从外部进入的内容。</translation>
    </message>
    <message>
      <source>What happened here</source>
      <translation>这里发生了什么</translation>
    </message>
    <message>
      <source>What is changed here is changed on all of them.</source>
      <translation>在这里的更改会应用到它们全部。</translation>
    </message>
    <message>
      <source>What is cheap to make goes first.</source>
      <translation>先移除容易重新生成的。</translation>
    </message>
    <message>
      <source>What is dragged comes to rest in line with what lies near it; Ctrl lets it lie free.</source>
      <translation>拖动的对象会与附近的对象对齐；按住 Ctrl 可自由放置。</translation>
    </message>
    <message>
      <source>What is dragged comes to rest on the dots of the canvas.</source>
      <translation>拖动的对象会停在画布的网格点上。</translation>
    </message>
    <message>
      <source>What is led through.</source>
      <translation>经过的内容。</translation>
    </message>
    <message>
      <source>What is not there yet</source>
      <translation>尚未实现的内容</translation>
    </message>
    <message>
      <source>What is open cannot be kept in {folder} for the next start ({reason}): save your graphs to files before you close the program.</source>
      <translation>无法在 {folder} 中为下次启动保留打开的内容（{reason}）：关闭程序前请把工作流保存到文件。</translation>
    </message>
    <message>
      <source>What is painted: white where something may happen.</source>
      <translation>绘制的内容：白色处允许改变。</translation>
    </message>
    <message>
      <source>What it does, and what it did</source>
      <translation>它的作用，以及它做了什么</translation>
    </message>
    <message>
      <source>What it should not show; without it cfg has no effect.</source>
      <translation>不应出现的内容；没有它时 CFG 不起作用。</translation>
    </message>
    <message>
      <source>What it should show in the steps after them.</source>
      <translation>之后各步应当出现的内容。</translation>
    </message>
    <message>
      <source>What leaves to the outside.</source>
      <translation>传到外部的内容。</translation>
    </message>
    <message>
      <source>What neither feeds a selected node nor is fed by one steps back.</source>
      <translation>既不通向选中节点、也不来自选中节点的部分会变淡。</translation>
    </message>
    <message>
      <source>What of the picture counts.</source>
      <translation>图片中被采用的部分。</translation>
    </message>
    <message>
      <source>What the node f&amp;eeds</source>
      <translation>节点输出的去向(&amp;E)</translation>
    </message>
    <message>
      <source>What the parameter is called in the panel; empty for its own name</source>
      <translation>参数在面板中的名称；留空则使用它自己的名称</translation>
    </message>
    <message>
      <source>What the picture should show in the first steps.</source>
      <translation>前几步中图片应当出现的内容。</translation>
    </message>
    <message>
      <source>What the picture should show.</source>
      <translation>图片应当出现的内容。</translation>
    </message>
    <message>
      <source>What the room shows, where a colour fills it.</source>
      <translation>用颜色填充时，增加的空间显示的颜色。</translation>
    </message>
    <message>
      <source>What the search calls it</source>
      <translation>搜索中的名称</translation>
    </message>
    <message>
      <source>What the socket of the subgraph is called.</source>
      <translation>子图端口的名称。</translation>
    </message>
    <message>
      <source>What the socket says about itself.</source>
      <translation>端口的说明。</translation>
    </message>
    <message>
      <source>What to do where a side is no multiple of 8: crop the middle, repeat the border, or refuse.</source>
      <translation>边长不是 8 的倍数时的处理：裁取中间、重复边缘，或拒绝。</translation>
    </message>
    <message>
      <source>What to show.</source>
      <translation>要显示的图片。</translation>
    </message>
    <message>
      <source>What was computed once is found again, down to each step of a sampling.</source>
      <translation>算过一次的结果都能再次找到，细到采样的每一步。</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>找到的内容</translation>
    </message>
    <message>
      <source>What was in it is kept as {file}.</source>
      <translation>其中的内容已保存为 {file}。</translation>
    </message>
    <message>
      <source>What was not needed for longest goes first.</source>
      <translation>先移除最久没有用到的。</translation>
    </message>
    <message>
      <source>What was open could not be read and was put aside as {file}.</source>
      <translation>上次打开的内容无法读取，已另存为 {file}。</translation>
    </message>
    <message>
      <source>What was open could not be read: {reason}.</source>
      <translation>上次打开的内容无法读取：{reason}。</translation>
    </message>
    <message>
      <source>What you make is remembered here, with the graph that made it.</source>
      <translation>您生成的内容会连同生成它的工作流保存在这里。</translation>
    </message>
    <message>
      <source>Wheel, or pinch</source>
      <translation>滚轮，或双指捏合</translation>
    </message>
    <message>
      <source>Where saved pictures go.</source>
      <translation>保存的图片存放的位置。</translation>
    </message>
    <message>
      <source>Where the noise levels lie: as the model was trained, or karras (more small ones), exponential, beta, lu, or evenly by linspace, leading or trailing timesteps.</source>
      <translation>噪声水平的分布：按模型训练时的分布，或 karras（小噪声较多）、exponential、beta、lu，或以 linspace、leading、trailing 均匀划分时间步。</translation>
    </message>
    <message>
      <source>Where the socket stands among the others: lower numbers come first.</source>
      <translation>端口在其他端口中的位置：数小的在前。</translation>
    </message>
    <message>
      <source>Where the upper picture counts; without it everywhere.</source>
      <translation>上层图片起作用的区域；没有它则处处起作用。</translation>
    </message>
    <message>
      <source>Where to start: an empty latent, or that of a picture.</source>
      <translation>从哪里开始：空潜变量，或图片的潜变量。</translation>
    </message>
    <message>
      <source>Where white begins with a hard edge.</source>
      <translation>硬边时从哪个亮度起算白色。</translation>
    </message>
    <message>
      <source>Where you are</source>
      <translation>当前位置</translation>
    </message>
    <message>
      <source>Which input goes on.</source>
      <translation>由哪个输入传出。</translation>
    </message>
    <message>
      <source>White in the added part, to have it painted.</source>
      <translation>增加的部分为白色，以便重绘。</translation>
    </message>
    <message>
      <source>White lines on black.</source>
      <translation>黑底白线。</translation>
    </message>
    <message>
      <source>White outlines on black.</source>
      <translation>黑底白色轮廓。</translation>
    </message>
    <message>
      <source>White strokes on black.</source>
      <translation>黑底白色笔触。</translation>
    </message>
    <message>
      <source>White where the file is transparent; black if it never is.</source>
      <translation>文件透明处为白色；没有透明处则为黑色。</translation>
    </message>
    <message>
      <source>White where the picture may change.</source>
      <translation>图片可以改变之处为白色。</translation>
    </message>
    <message>
      <source>Width</source>
      <translation>宽度</translation>
    </message>
    <message>
      <source>Width and height of the picture, multiples of 8. SD 1 models like about 512 x 512.</source>
      <translation>图片的宽和高，须为 8 的倍数。SD 1 模型适合约 512 x 512。</translation>
    </message>
    <message>
      <source>Width and height to keep.</source>
      <translation>要保留的宽和高。</translation>
    </message>
    <message>
      <source>Width and height to reach.</source>
      <translation>要达到的宽和高。</translation>
    </message>
    <message>
      <source>Width of the brush</source>
      <translation>画笔的粗细</translation>
    </message>
    <message>
      <source>Wire from {output} of {source} to {input} of {node}</source>
      <translation>从 {source} 的 {output} 到 {node} 的 {input} 的连线</translation>
    </message>
    <message>
      <source>Words become a picture.</source>
      <translation>由文字变成图片。</translation>
    </message>
    <message>
      <source>Writing a node</source>
      <translation>编写节点</translation>
    </message>
    <message>
      <source>Yellow</source>
      <translation>黄色</translation>
    </message>
    <message>
      <source>Yes or no.</source>
      <translation>是或否。</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>缩放视图</translation>
    </message>
    <message>
      <source>Zoom &amp;in</source>
      <translation>放大(&amp;I)</translation>
    </message>
    <message>
      <source>Zoom &amp;out</source>
      <translation>缩小(&amp;O)</translation>
    </message>
    <message>
      <source>a colour such as #7aa2ff</source>
      <translation>#7aa2ff 这样的颜色</translation>
    </message>
    <message>
      <source>a colour such as #7aa2ff, or null</source>
      <translation>#7aa2ff 这样的颜色或 null</translation>
    </message>
    <message>
      <source>a file or model that it reads is gone</source>
      <translation>它读取的文件或模型不见了</translation>
    </message>
    <message>
      <source>a file or model that it reads was changed</source>
      <translation>它读取的文件或模型有变化</translation>
    </message>
    <message>
      <source>a finite number</source>
      <translation>有限的数</translation>
    </message>
    <message>
      <source>a list</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>a list of a node's id and a socket's name</source>
      <translation>由节点 id 和端口名称组成的列表</translation>
    </message>
    <message>
      <source>a list of {count} numbers of at most {most:g}</source>
      <translation>由 {count} 个不超过 {most:g} 的数组成的列表</translation>
    </message>
    <message>
      <source>a model folder</source>
      <translation>模型文件夹</translation>
    </message>
    <message>
      <source>a node</source>
      <translation>一个节点</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>数</translation>
    </message>
    <message>
      <source>a table without empty ids</source>
      <translation>不含空 id 的表</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>整数</translation>
    </message>
    <message>
      <source>a whole number from 1</source>
      <translation>从 1 起的整数</translation>
    </message>
    <message>
      <source>a whole number of at most 63 bits</source>
      <translation>不超过 63 位的整数</translation>
    </message>
    <message>
      <source>a width and a height</source>
      <translation>宽和高</translation>
    </message>
    <message>
      <source>a {type}</source>
      <translation>{type}</translation>
    </message>
    <message>
      <source>about {time}</source>
      <translation>约 {time}</translation>
    </message>
    <message>
      <source>add</source>
      <translation>相加</translation>
    </message>
    <message>
      <source>all results were kept</source>
      <translation>所有结果都已缓存</translation>
    </message>
    <message>
      <source>alternate</source>
      <translation>交替</translation>
    </message>
    <message>
      <source>an id without /</source>
      <translation>不含 / 的 id</translation>
    </message>
    <message>
      <source>an object</source>
      <translation>对象</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>以及另外 {count} 个</translation>
    </message>
    <message>
      <source>any number of {kind}</source>
      <translation>任意多个{kind}</translation>
    </message>
    <message>
      <source>any type</source>
      <translation>任意类型</translation>
    </message>
    <message>
      <source>anything</source>
      <translation>任意类型</translation>
    </message>
    <message>
      <source>at least {low}</source>
      <translation>至少 {low}</translation>
    </message>
    <message>
      <source>at most {high}</source>
      <translation>至多 {high}</translation>
    </message>
    <message>
      <source>at once</source>
      <translation>立即</translation>
    </message>
    <message>
      <source>at {path}</source>
      <translation>{path}</translation>
    </message>
    <message>
      <source>base and refiner</source>
      <translation>基础与精修</translation>
    </message>
    <message>
      <source>batch</source>
      <translation>批次</translation>
    </message>
    <message>
      <source>begins</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>beta</source>
      <translation>beta</translation>
    </message>
    <message>
      <source>between {low} and {high}</source>
      <translation>{low} 到 {high} 之间的数</translation>
    </message>
    <message>
      <source>bicubic</source>
      <translation>bicubic</translation>
    </message>
    <message>
      <source>bilinear</source>
      <translation>bilinear</translation>
    </message>
    <message>
      <source>block</source>
      <translation>组件</translation>
    </message>
    <message>
      <source>blue</source>
      <translation>蓝色</translation>
    </message>
    <message>
      <source>bool</source>
      <translation>布尔</translation>
    </message>
    <message>
      <source>border</source>
      <translation>边框</translation>
    </message>
    <message>
      <source>brightness</source>
      <translation>亮度</translation>
    </message>
    <message>
      <source>brush</source>
      <translation>画笔</translation>
    </message>
    <message>
      <source>bypassed</source>
      <translation>已绕过</translation>
    </message>
    <message>
      <source>cached</source>
      <translation>已缓存</translation>
    </message>
    <message>
      <source>called {name}</source>
      <translation>{name}</translation>
    </message>
    <message>
      <source>canny</source>
      <translation>canny</translation>
    </message>
    <message>
      <source>canvas</source>
      <translation>画布</translation>
    </message>
    <message>
      <source>cfg schedule</source>
      <translation>CFG 计划</translation>
    </message>
    <message>
      <source>channel</source>
      <translation>通道</translation>
    </message>
    <message>
      <source>checkpoint</source>
      <translation>大模型</translation>
    </message>
    <message>
      <source>checkpoint loader</source>
      <translation>大模型加载器</translation>
    </message>
    <message>
      <source>choose</source>
      <translation>选择</translation>
    </message>
    <message>
      <source>choose {names} and {count} more, or give the path of its folder</source>
      <translation>请选择 {names} 或另外 {count} 个，或给出其文件夹的路径</translation>
    </message>
    <message>
      <source>choose {names}, or give the path of its folder</source>
      <translation>请选择 {names}，或给出其文件夹的路径</translation>
    </message>
    <message>
      <source>clip text encode</source>
      <translation>CLIP 文本编码</translation>
    </message>
    <message>
      <source>colour</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>combine</source>
      <translation>组合</translation>
    </message>
    <message>
      <source>composite</source>
      <translation>合成</translation>
    </message>
    <message>
      <source>constant</source>
      <translation>常量</translation>
    </message>
    <message>
      <source>contour</source>
      <translation>轮廓线</translation>
    </message>
    <message>
      <source>controlnet</source>
      <translation>控制网络</translation>
    </message>
    <message>
      <source>controlnet loader</source>
      <translation>控制网络加载器</translation>
    </message>
    <message>
      <source>crop</source>
      <translation>裁剪</translation>
    </message>
    <message>
      <source>cut</source>
      <translation>剪裁</translation>
    </message>
    <message>
      <source>darken</source>
      <translation>变暗</translation>
    </message>
    <message>
      <source>decimal</source>
      <translation>小数</translation>
    </message>
    <message>
      <source>decode</source>
      <translation>解码</translation>
    </message>
    <message>
      <source>denoise</source>
      <translation>降噪</translation>
    </message>
    <message>
      <source>depth</source>
      <translation>深度</translation>
    </message>
    <message>
      <source>did not run: it is switched off</source>
      <translation>没有运行：它已关闭</translation>
    </message>
    <message>
      <source>did not run: {cause} has no result</source>
      <translation>没有运行：{cause} 没有结果</translation>
    </message>
    <message>
      <source>difference</source>
      <translation>差值</translation>
    </message>
    <message>
      <source>dilate</source>
      <translation>膨胀</translation>
    </message>
    <message>
      <source>done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>done in {time}</source>
      <translation>已完成，用时 {time}</translation>
    </message>
    <message>
      <source>doodle</source>
      <translation>随手画</translation>
    </message>
    <message>
      <source>draw</source>
      <translation>绘制</translation>
    </message>
    <message>
      <source>dynamic cfg</source>
      <translation>动态 CFG</translation>
    </message>
    <message>
      <source>edge</source>
      <translation>边缘</translation>
    </message>
    <message>
      <source>edges</source>
      <translation>边缘检测</translation>
    </message>
    <message>
      <source>encode</source>
      <translation>编码</translation>
    </message>
    <message>
      <source>erode</source>
      <translation>腐蚀</translation>
    </message>
    <message>
      <source>exact</source>
      <translation>精确</translation>
    </message>
    <message>
      <source>expand</source>
      <translation>扩展</translation>
    </message>
    <message>
      <source>exponential</source>
      <translation>exponential</translation>
    </message>
    <message>
      <source>export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>extend</source>
      <translation>延伸</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>失败</translation>
    </message>
    <message>
      <source>failed: {reason}</source>
      <translation>失败：{reason}</translation>
    </message>
    <message>
      <source>false</source>
      <translation>假</translation>
    </message>
    <message>
      <source>feather</source>
      <translation>羽化</translation>
    </message>
    <message>
      <source>fewer</source>
      <translation>收起</translation>
    </message>
    <message>
      <source>file</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>fill</source>
      <translation>填充</translation>
    </message>
    <message>
      <source>first</source>
      <translation>第一</translation>
    </message>
    <message>
      <source>fit</source>
      <translation>适应</translation>
    </message>
    <message>
      <source>found, nothing to do</source>
      <translation>已找到，无需计算</translation>
    </message>
    <message>
      <source>found: nothing that it depends on changed</source>
      <translation>已找到：它所依赖的内容没有变化</translation>
    </message>
    <message>
      <source>found: the same work was done before, here or by another node</source>
      <translation>已找到：同样的计算先前做过，在这里或由另一个节点</translation>
    </message>
    <message>
      <source>fourth</source>
      <translation>第四</translation>
    </message>
    <message>
      <source>frame</source>
      <translation>分组框</translation>
    </message>
    <message>
      <source>fresh</source>
      <translation>新噪声</translation>
    </message>
    <message>
      <source>from disk</source>
      <translation>来自磁盘</translation>
    </message>
    <message>
      <source>from {source}</source>
      <translation>来自 {source}</translation>
    </message>
    <message>
      <source>gaussian</source>
      <translation>高斯</translation>
    </message>
    <message>
      <source>generate</source>
      <translation>生成</translation>
    </message>
    <message>
      <source>gradual</source>
      <translation>渐变</translation>
    </message>
    <message>
      <source>graph</source>
      <translation>工作流</translation>
    </message>
    <message>
      <source>green</source>
      <translation>绿色</translation>
    </message>
    <message>
      <source>group input</source>
      <translation>组输入</translation>
    </message>
    <message>
      <source>group output</source>
      <translation>组输出</translation>
    </message>
    <message>
      <source>guidance interval</source>
      <translation>引导区间</translation>
    </message>
    <message>
      <source>hand over</source>
      <translation>交接</translation>
    </message>
    <message>
      <source>hard</source>
      <translation>硬</translation>
    </message>
    <message>
      <source>if</source>
      <translation>如果</translation>
    </message>
    <message>
      <source>image to latent</source>
      <translation>图像转潜变量</translation>
    </message>
    <message>
      <source>image to mask</source>
      <translation>图像转蒙版</translation>
    </message>
    <message>
      <source>img2img</source>
      <translation>图生图</translation>
    </message>
    <message>
      <source>in the viewer</source>
      <translation>在查看器中</translation>
    </message>
    <message>
      <source>inpaint</source>
      <translation>局部重绘</translation>
    </message>
    <message>
      <source>input</source>
      <translation>输入</translation>
    </message>
    <message>
      <source>input called {name}</source>
      <translation>名为 {name} 的输入</translation>
    </message>
    <message>
      <source>int</source>
      <translation>整数</translation>
    </message>
    <message>
      <source>it cannot be imported</source>
      <translation>无法导入</translation>
    </message>
    <message>
      <source>it did not finish the last time</source>
      <translation>它上次没有完成</translation>
    </message>
    <message>
      <source>it had not run before</source>
      <translation>它先前没有运行过</translation>
    </message>
    <message>
      <source>it holds a number of absurd length</source>
      <translation>含有长得离谱的数</translation>
    </message>
    <message>
      <source>it holds no graphs</source>
      <translation>不含工作流</translation>
    </message>
    <message>
      <source>it holds no tensors</source>
      <translation>不含张量</translation>
    </message>
    <message>
      <source>it holds something else</source>
      <translation>内容是别的东西</translation>
    </message>
    <message>
      <source>it is another kind of node now</source>
      <translation>它现在是另一种节点</translation>
    </message>
    <message>
      <source>it is empty</source>
      <translation>文件为空</translation>
    </message>
    <message>
      <source>it is far too large</source>
      <translation>文件过大</translation>
    </message>
    <message>
      <source>it is nested too deeply</source>
      <translation>嵌套过深</translation>
    </message>
    <message>
      <source>it is not a JSON object</source>
      <translation>不是 JSON 对象</translation>
    </message>
    <message>
      <source>it is not a folder</source>
      <translation>不是文件夹</translation>
    </message>
    <message>
      <source>it is not text</source>
      <translation>不是文本</translation>
    </message>
    <message>
      <source>it names no format version</source>
      <translation>没有写明格式版本</translation>
    </message>
    <message>
      <source>its result was no longer kept</source>
      <translation>它的结果已不在缓存中</translation>
    </message>
    <message>
      <source>karras</source>
      <translation>karras</translation>
    </message>
    <message>
      <source>kept: {size}</source>
      <translation>已缓存：{size}</translation>
    </message>
    <message>
      <source>lanczos</source>
      <translation>lanczos</translation>
    </message>
    <message>
      <source>latent to image</source>
      <translation>潜变量转图像</translation>
    </message>
    <message>
      <source>layer</source>
      <translation>图层</translation>
    </message>
    <message>
      <source>leading</source>
      <translation>leading</translation>
    </message>
    <message>
      <source>lighten</source>
      <translation>变亮</translation>
    </message>
    <message>
      <source>like #7aa2ff</source>
      <translation>#7aa2ff 这样的写法</translation>
    </message>
    <message>
      <source>line art</source>
      <translation>线稿</translation>
    </message>
    <message>
      <source>lineart</source>
      <translation>线条</translation>
    </message>
    <message>
      <source>linspace</source>
      <translation>linspace</translation>
    </message>
    <message>
      <source>list</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>list of {kind}</source>
      <translation>{kind}列表</translation>
    </message>
    <message>
      <source>live</source>
      <translation>实时</translation>
    </message>
    <message>
      <source>live preview</source>
      <translation>实时预览</translation>
    </message>
    <message>
      <source>load checkpoint</source>
      <translation>加载大模型</translation>
    </message>
    <message>
      <source>look</source>
      <translation>查看</translation>
    </message>
    <message>
      <source>lu</source>
      <translation>lu</translation>
    </message>
    <message>
      <source>luminance</source>
      <translation>明度</translation>
    </message>
    <message>
      <source>mask to image</source>
      <translation>蒙版转图像</translation>
    </message>
    <message>
      <source>merge</source>
      <translation>合并</translation>
    </message>
    <message>
      <source>mix</source>
      <translation>混合</translation>
    </message>
    <message>
      <source>model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>multiply</source>
      <translation>正片叠底</translation>
    </message>
    <message>
      <source>muted</source>
      <translation>已禁用</translation>
    </message>
    <message>
      <source>nearest</source>
      <translation>nearest</translation>
    </message>
    <message>
      <source>negative</source>
      <translation>负面</translation>
    </message>
    <message>
      <source>network ({family})</source>
      <translation>网络（{family}）</translation>
    </message>
    <message>
      <source>node</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>node {id}</source>
      <translation>节点 {id}</translation>
    </message>
    <message>
      <source>nodes of this kind work otherwise since version {version}</source>
      <translation>自版本 {version} 起，此类节点的工作方式不同</translation>
    </message>
    <message>
      <source>noise</source>
      <translation>噪声</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>normal</source>
      <translation>正常</translation>
    </message>
    <message>
      <source>not connected</source>
      <translation>未连接</translation>
    </message>
    <message>
      <source>note</source>
      <translation>便签</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>空</translation>
    </message>
    <message>
      <source>nothing to do</source>
      <translation>无需计算</translation>
    </message>
    <message>
      <source>nothing yet</source>
      <translation>暂无内容</translation>
    </message>
    <message>
      <source>null</source>
      <translation>null</translation>
    </message>
    <message>
      <source>number</source>
      <translation>数字</translation>
    </message>
    <message>
      <source>numbers of at most {most:g}</source>
      <translation>不超过 {most:g} 的数</translation>
    </message>
    <message>
      <source>off</source>
      <translation>关</translation>
    </message>
    <message>
      <source>on</source>
      <translation>开</translation>
    </message>
    <message>
      <source>on the canvas</source>
      <translation>在画布上</translation>
    </message>
    <message>
      <source>one of {names}</source>
      <translation>{names} 之一</translation>
    </message>
    <message>
      <source>one that no other node has</source>
      <translation>其他节点没有用过的</translation>
    </message>
    <message>
      <source>open picture</source>
      <translation>打开图片</translation>
    </message>
    <message>
      <source>opposite</source>
      <translation>相反</translation>
    </message>
    <message>
      <source>optional</source>
      <translation>可选</translation>
    </message>
    <message>
      <source>outline</source>
      <translation>轮廓</translation>
    </message>
    <message>
      <source>outpaint</source>
      <translation>外扩绘制</translation>
    </message>
    <message>
      <source>output</source>
      <translation>输出</translation>
    </message>
    <message>
      <source>output called {name}</source>
      <translation>名为 {name} 的输出</translation>
    </message>
    <message>
      <source>overlay</source>
      <translation>叠加</translation>
    </message>
    <message>
      <source>pad</source>
      <translation>扩边</translation>
    </message>
    <message>
      <source>paint</source>
      <translation>涂抹</translation>
    </message>
    <message>
      <source>painted</source>
      <translation>已绘制</translation>
    </message>
    <message>
      <source>parameter</source>
      <translation>参数</translation>
    </message>
    <message>
      <source>photo</source>
      <translation>照片</translation>
    </message>
    <message>
      <source>plain</source>
      <translation>纯文本</translation>
    </message>
    <message>
      <source>pose</source>
      <translation>姿势</translation>
    </message>
    <message>
      <source>positive</source>
      <translation>正面</translation>
    </message>
    <message>
      <source>preprocessor</source>
      <translation>预处理器</translation>
    </message>
    <message>
      <source>previous</source>
      <translation>先前</translation>
    </message>
    <message>
      <source>previous run</source>
      <translation>先前的运行</translation>
    </message>
    <message>
      <source>prompt</source>
      <translation>提示词</translation>
    </message>
    <message>
      <source>prompt editing</source>
      <translation>提示词编辑</translation>
    </message>
    <message>
      <source>put its folder into {places}, or give its path</source>
      <translation>请把它的文件夹放到 {places}，或给出其路径</translation>
    </message>
    <message>
      <source>px</source>
      <translation>px</translation>
    </message>
    <message>
      <source>queued</source>
      <translation>排队中</translation>
    </message>
    <message>
      <source>ramp</source>
      <translation>斜坡</translation>
    </message>
    <message>
      <source>ran because {causes}</source>
      <translation>已运行，因为{causes}</translation>
    </message>
    <message>
      <source>random</source>
      <translation>随机</translation>
    </message>
    <message>
      <source>red</source>
      <translation>红色</translation>
    </message>
    <message>
      <source>refiner</source>
      <translation>精修模型</translation>
    </message>
    <message>
      <source>refuse</source>
      <translation>拒绝</translation>
    </message>
    <message>
      <source>region</source>
      <translation>区域</translation>
    </message>
    <message>
      <source>reroute</source>
      <translation>重定向</translation>
    </message>
    <message>
      <source>resolution</source>
      <translation>分辨率</translation>
    </message>
    <message>
      <source>reverse</source>
      <translation>反转</translation>
    </message>
    <message>
      <source>route</source>
      <translation>路由</translation>
    </message>
    <message>
      <source>running</source>
      <translation>运行中</translation>
    </message>
    <message>
      <source>running, step {step} of {total}</source>
      <translation>运行中，第 {step} 步，共 {total} 步</translation>
    </message>
    <message>
      <source>s</source>
      <translation>秒</translation>
    </message>
    <message>
      <source>scale</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>scheduler</source>
      <translation>调度器</translation>
    </message>
    <message>
      <source>screen</source>
      <translation>滤色</translation>
    </message>
    <message>
      <source>scribble</source>
      <translation>涂鸦</translation>
    </message>
    <message>
      <source>second</source>
      <translation>第二</translation>
    </message>
    <message>
      <source>seed</source>
      <translation>种子</translation>
    </message>
    <message>
      <source>seeds</source>
      <translation>多个种子</translation>
    </message>
    <message>
      <source>select</source>
      <translation>选取</translation>
    </message>
    <message>
      <source>separate</source>
      <translation>分离</translation>
    </message>
    <message>
      <source>several</source>
      <translation>多个值</translation>
    </message>
    <message>
      <source>shared</source>
      <translation>共享</translation>
    </message>
    <message>
      <source>show</source>
      <translation>显示</translation>
    </message>
    <message>
      <source>shrink</source>
      <translation>收缩</translation>
    </message>
    <message>
      <source>size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>sketch</source>
      <translation>草图</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>已跳过</translation>
    </message>
    <message>
      <source>soft</source>
      <translation>软</translation>
    </message>
    <message>
      <source>soften</source>
      <translation>柔化</translation>
    </message>
    <message>
      <source>something else</source>
      <translation>别的内容</translation>
    </message>
    <message>
      <source>step {first} ran because {cause}</source>
      <translation>第 {first} 步已运行，因为{cause}</translation>
    </message>
    <message>
      <source>step {first} was kept</source>
      <translation>第 {first} 步沿用缓存</translation>
    </message>
    <message>
      <source>step {step} of {total}</source>
      <translation>第 {step} 步，共 {total} 步</translation>
    </message>
    <message>
      <source>steps {first} to {last} ran because {cause}</source>
      <translation>第 {first} 至 {last} 步已运行，因为{cause}</translation>
    </message>
    <message>
      <source>steps {first} to {last} were kept</source>
      <translation>第 {first} 至 {last} 步沿用缓存</translation>
    </message>
    <message>
      <source>stopped after {time}</source>
      <translation>已停止，用时 {time}</translation>
    </message>
    <message>
      <source>stretch</source>
      <translation>拉伸</translation>
    </message>
    <message>
      <source>string</source>
      <translation>字符串</translation>
    </message>
    <message>
      <source>subtract</source>
      <translation>相减</translation>
    </message>
    <message>
      <source>switch model</source>
      <translation>切换模型</translation>
    </message>
    <message>
      <source>text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>the device, its settings or a library changed</source>
      <translation>计算设备、其设置或某个库有变化</translation>
    </message>
    <message>
      <source>the file that describes nodes of this kind was changed</source>
      <translation>描述此类节点的文件有变化</translation>
    </message>
    <message>
      <source>the file that it wrote is gone or was changed</source>
      <translation>它写出的文件不见了或有变化</translation>
    </message>
    <message>
      <source>the last run ended before</source>
      <translation>上次运行提前结束</translation>
    </message>
    <message>
      <source>the last run stopped before</source>
      <translation>上次运行提前停止</translation>
    </message>
    <message>
      <source>the name of a kind of node</source>
      <translation>节点类型的名称</translation>
    </message>
    <message>
      <source>the name of one of the graphs in the file</source>
      <translation>文件中某个图的名称</translation>
    </message>
    <message>
      <source>the picture is empty</source>
      <translation>图片是空的</translation>
    </message>
    <message>
      <source>the vocabulary is missing</source>
      <translation>缺少词表</translation>
    </message>
    <message>
      <source>the whole text</source>
      <translation>全文</translation>
    </message>
    <message>
      <source>third</source>
      <translation>第三</translation>
    </message>
    <message>
      <source>threshold</source>
      <translation>阈值</translation>
    </message>
    <message>
      <source>timestep range</source>
      <translation>时间步范围</translation>
    </message>
    <message>
      <source>to {targets}</source>
      <translation>到 {targets}</translation>
    </message>
    <message>
      <source>toggle</source>
      <translation>开关</translation>
    </message>
    <message>
      <source>trailing</source>
      <translation>trailing</translation>
    </message>
    <message>
      <source>trim</source>
      <translation>修剪</translation>
    </message>
    <message>
      <source>true</source>
      <translation>真</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true 或 false</translation>
    </message>
    <message>
      <source>up to {total} steps</source>
      <translation>最多 {total} 步</translation>
    </message>
    <message>
      <source>upscale</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>variations</source>
      <translation>变体</translation>
    </message>
    <message>
      <source>view</source>
      <translation>查看图片</translation>
    </message>
    <message>
      <source>viewer</source>
      <translation>查看器</translation>
    </message>
    <message>
      <source>waits</source>
      <translation>等待中</translation>
    </message>
    <message>
      <source>waits for {cause}</source>
      <translation>等待 {cause}</translation>
    </message>
    <message>
      <source>what comes in on {name} changed</source>
      <translation>{name} 的输入有变化</translation>
    </message>
    <message>
      <source>what they gave was no longer kept</source>
      <translation>它们的结果已不在缓存中</translation>
    </message>
    <message>
      <source>without a name</source>
      <translation>（没有名称）</translation>
    </message>
    <message>
      <source>words</source>
      <translation>文字</translation>
    </message>
    <message>
      <source>write</source>
      <translation>写入</translation>
    </message>
    <message>
      <source>{before}, another from {start:.0%}</source>
      <translation>{before}，从 {start:.0%} 起换另一个</translation>
    </message>
    <message>
      <source>{choice} needs the package {package}: install the extra ``solvers`` (pip install latent-loom[solvers]), or choose another.</source>
      <translation>{choice} 需要软件包 {package}：请安装附加组件 ``solvers``（pip install latent-loom[solvers]），或选择另一种。</translation>
    </message>
    <message>
      <source>{clauses}.</source>
      <translation>{clauses}。</translation>
    </message>
    <message>
      <source>{count} / {room}</source>
      <translation>{count} / {room}</translation>
    </message>
    <message>
      <source>{count} changed</source>
      <translation>{count} 项已更改</translation>
    </message>
    <message>
      <source>{count} entries</source>
      <translation>{count} 项</translation>
    </message>
    <message>
      <source>{count} graphs were open, too many to open them all again: {most} are opened, and {file} keeps all of them.</source>
      <translation>先前打开了 {count} 个工作流，无法全部重新打开：已打开 {most} 个，全部内容保存在 {file} 中。</translation>
    </message>
    <message>
      <source>{count} image, {width} x {height}</source>
      <translation>{count} 张图像，{width} x {height}</translation>
    </message>
    <message>
      <source>{count} items</source>
      <translation>{count} 项</translation>
    </message>
    <message>
      <source>{count} latent, {channels} channels, {width} x {height} ({family})</source>
      <translation>{count} 个潜变量，{channels} 个通道，{width} x {height}（{family}）</translation>
    </message>
    <message>
      <source>{count} mask, {width} x {height}</source>
      <translation>{count} 个蒙版，{width} x {height}</translation>
    </message>
    <message>
      <source>{count} more changes</source>
      <translation>另外 {count} 处变化</translation>
    </message>
    <message>
      <source>{count} more nodes</source>
      <translation>另外 {count} 个节点</translation>
    </message>
    <message>
      <source>{count} nodes</source>
      <translation>{count} 个节点</translation>
    </message>
    <message>
      <source>{count} nodes are called {title}: name the node by its id, one of {ids}.</source>
      <translation>有 {count} 个节点名为 {title}：请用 id 指定节点，可选 {ids}。</translation>
    </message>
    <message>
      <source>{count} nodes selected</source>
      <translation>选中了 {count} 个节点</translation>
    </message>
    <message>
      <source>{count} problems</source>
      <translation>{count} 个问题</translation>
    </message>
    <message>
      <source>{count} runs</source>
      <translation>{count} 次运行</translation>
    </message>
    <message>
      <source>{count} seeds</source>
      <translation>{count} 个种子</translation>
    </message>
    <message>
      <source>{count} steps</source>
      <translation>{count} 步</translation>
    </message>
    <message>
      <source>{count} times with other seeds</source>
      <translation>换种子运行 {count} 次</translation>
    </message>
    <message>
      <source>{count} tokens, {windows} × {room}</source>
      <translation>{count} 个词元，{windows} × {room}</translation>
    </message>
    <message>
      <source>{count} waiting</source>
      <translation>{count} 项等待中</translation>
    </message>
    <message>
      <source>{done} of {count} pictures</source>
      <translation>已完成 {done} 张图片，共 {count} 张</translation>
    </message>
    <message>
      <source>{end}: {state}</source>
      <translation>{end}：{state}</translation>
    </message>
    <message>
      <source>{example}, or a range with a count: 2:8:4</source>
      <translation>{example}，或带数量的范围：2:8:4</translation>
    </message>
    <message>
      <source>{file} asks for {name}, which would run code from outside this program, so the model was not loaded: use a model without custom code.</source>
      <translation>{file} 需要 {name}，这会运行本程序之外的代码，因此没有加载该模型：请使用不含自定义代码的模型。</translation>
    </message>
    <message>
      <source>{file} cannot be read ({reason}): check that you may read it, or choose another file.</source>
      <translation>{file} 无法读取（{reason}）：请检查您是否有读取权限，或选择另一个文件。</translation>
    </message>
    <message>
      <source>{file} cannot be saved ({reason}): what was there before is unchanged, so save it somewhere else.</source>
      <translation>{file} 无法保存（{reason}）：原有内容没有改变，请保存到别处。</translation>
    </message>
    <message>
      <source>{file} cannot be used ({problem}): download or copy the model again.</source>
      <translation>{file} 无法使用（{problem}）：请重新下载或复制该模型。</translation>
    </message>
    <message>
      <source>{file} does not fit its config.json: {problem}; the two come from different models, so get the folder again.</source>
      <translation>{file} 与它的 config.json 不符：{problem}；两者来自不同的模型，请重新获取该文件夹。</translation>
    </message>
    <message>
      <source>{file} has format {found}, and this version of Latent Loom reads formats up to {known}: update the program to open it.</source>
      <translation>{file} 的格式是 {found}，此版本的 Latent Loom 最高能读取格式 {known}：请更新程序再打开。</translation>
    </message>
    <message>
      <source>{file} holds no graph: take a picture that Latent Loom saved and no other program changed.</source>
      <translation>{file} 不含工作流：请选用由 Latent Loom 保存、未被其他程序改动的图片。</translation>
    </message>
    <message>
      <source>{file} is a checkpoint in a single file, which cannot be read yet: use the same model as a folder in the diffusers layout.</source>
      <translation>{file} 是单文件 checkpoint，目前还不能读取：请使用同一模型的 diffusers 布局文件夹。</translation>
    </message>
    <message>
      <source>{file} is a pickle, which can run code when it is opened, so it was not read: get the model as .safetensors, or convert it with a tool that you trust.</source>
      <translation>{file} 是 pickle 文件，打开时可能运行代码，因此没有读取：请获取该模型的 .safetensors，或用您信任的工具转换。</translation>
    </message>
    <message>
      <source>{file} is damaged at line {line} ({problem}): it was cut short or changed by hand, so restore an earlier copy of it.</source>
      <translation>{file} 在第 {line} 行损坏（{problem}）：它被截断或被手动改动过，请恢复较早的副本。</translation>
    </message>
    <message>
      <source>{file} is damaged or cut off ({problem}): download or copy it again.</source>
      <translation>{file} 损坏或不完整（{problem}）：请重新下载或复制。</translation>
    </message>
    <message>
      <source>{file} is not a Latent Loom graph ({problem}): choose a .loom file.</source>
      <translation>{file} 不是 Latent Loom 工作流（{problem}）：请选择 .loom 文件。</translation>
    </message>
    <message>
      <source>{file} is not a file: choose a .loom file.</source>
      <translation>{file} 不是文件：请选择 .loom 文件。</translation>
    </message>
    <message>
      <source>{file} was not allowed: {reason}; check the path and who may write to {folder}.</source>
      <translation>{file} 未获允许：{reason}；请检查路径，以及谁可以写入 {folder}。</translation>
    </message>
    <message>
      <source>{file} was not loaded: nobody has allowed it to run yet; read it, then allow it.</source>
      <translation>{file} 没有加载：还没有人允许它运行；请先阅读，再允许它。</translation>
    </message>
    <message>
      <source>{file} was not loaded: there is already a node called {type}; rename one of the two.</source>
      <translation>{file} 没有加载：已有名为 {type} 的节点；请重命名其中一个。</translation>
    </message>
    <message>
      <source>{file} was not loaded: {reason}; correct the file or take it out of the folder.</source>
      <translation>{file} 没有加载：{reason}；请改正该文件，或把它移出文件夹。</translation>
    </message>
    <message>
      <source>{folder} has no weights: {file} is missing; download or copy the model again.</source>
      <translation>{folder} 没有权重：缺少 {file}；请重新下载或复制该模型。</translation>
    </message>
    <message>
      <source>{folder} is no place on this computer: choose another one.</source>
      <translation>{folder} 不是本机上的位置：请选择另一个。</translation>
    </message>
    <message>
      <source>{folder} is on the list already.</source>
      <translation>{folder} 已在列表中。</translation>
    </message>
    <message>
      <source>{folder} lies in a file: choose a folder.</source>
      <translation>{folder} 位于文件之内：请选择文件夹。</translation>
    </message>
    <message>
      <source>{folder} must not be written: choose another one.</source>
      <translation>{folder} 不可写入：请选择另一个。</translation>
    </message>
    <message>
      <source>{folder} says not from where: write the whole path.</source>
      <translation>{folder} 没有说明从何处开始：请写出完整路径。</translation>
    </message>
    <message>
      <source>{graph} · {node}</source>
      <translation>{graph} · {node}</translation>
    </message>
    <message>
      <source>{graph}: {node}</source>
      <translation>{graph}：{node}</translation>
    </message>
    <message>
      <source>{input} takes one wire but has {count}: remove all but one.</source>
      <translation>{input} 只能接一条连线，现有 {count} 条：请移除其余的。</translation>
    </message>
    <message>
      <source>{kept} of {count} pictures were kept whole</source>
      <translation>{count} 张图片中有 {kept} 张保留了原图</translation>
    </message>
    <message>
      <source>{kept} of {total} steps were kept</source>
      <translation>{total} 步中有 {kept} 步沿用缓存</translation>
    </message>
    <message>
      <source>{key} belongs to “{action}”.</source>
      <translation>{key} 属于“{action}”。</translation>
    </message>
    <message>
      <source>{kind} ({traits})</source>
      <translation>{kind}（{traits}）</translation>
    </message>
    <message>
      <source>{language} cannot be shown, since no font here has its letters: install one, such as Noto Sans CJK, and start again.</source>
      <translation>无法显示 {language}，因为没有包含其文字的字体：请安装一个（如 Noto Sans CJK）再重新启动。</translation>
    </message>
    <message>
      <source>{link} is not a page of the web: notes open only links with http or https.</source>
      <translation>{link} 不是网页：便签只打开 http 或 https 链接。</translation>
    </message>
    <message>
      <source>{low} or more.</source>
      <translation>{low} 或更大。</translation>
    </message>
    <message>
      <source>{memory} in memory and {disk} on disk go. Saved pictures stay; what is needed again is computed again.</source>
      <translation>将清除内存中的 {memory} 和磁盘上的 {disk}。已保存的图片不受影响；再次需要的内容会重新计算。</translation>
    </message>
    <message>
      <source>{method} of {node} in {file} does not work: {reason}; correct the file.</source>
      <translation>{file} 中 {node} 的 {method} 无法工作：{reason}；请改正该文件。</translation>
    </message>
    <message>
      <source>{names} and {last}</source>
      <translation>{names} 和 {last}</translation>
    </message>
    <message>
      <source>{names} together</source>
      <translation>{names} 一起</translation>
    </message>
    <message>
      <source>{name} cannot be moved to the trash: delete it yourself.</source>
      <translation>{name} 无法移到回收站：请自行删除。</translation>
    </message>
    <message>
      <source>{name} changed</source>
      <translation>{name}有变化</translation>
    </message>
    <message>
      <source>{name} changed from {before} to {after}</source>
      <translation>{name}从 {before} 改为 {after}</translation>
    </message>
    <message>
      <source>{name} is among the blocks now: every search finds it.</source>
      <translation>{name} 已成为组件：任何搜索都能找到它。</translation>
    </message>
    <message>
      <source>{name} is called {title} now.</source>
      <translation>{name} 已改名为 {title}。</translation>
    </message>
    <message>
      <source>{name} of {node}</source>
      <translation>{node} 的 {name}</translation>
    </message>
    <message>
      <source>{name} stays as it is: {reason}.</source>
      <translation>{name} 保持不变：{reason}。</translation>
    </message>
    <message>
      <source>{name} was connected</source>
      <translation>{name}已连接</translation>
    </message>
    <message>
      <source>{name} was disconnected</source>
      <translation>{name}已断开</translation>
    </message>
    <message>
      <source>{name} was moved to the trash.</source>
      <translation>{name} 已移到回收站。</translation>
    </message>
    <message>
      <source>{name}, {dtype}, {free:.1f} of {total:.1f} GB free</source>
      <translation>{name}，{dtype}，空闲 {free:.1f} GB，共 {total:.1f} GB</translation>
    </message>
    <message>
      <source>{name}, {kind}</source>
      <translation>{name}，{kind}</translation>
    </message>
    <message>
      <source>{name}, {kind}: {value}</source>
      <translation>{name}，{kind}：{value}</translation>
    </message>
    <message>
      <source>{name}: {action}</source>
      <translation>{name}：{action}</translation>
    </message>
    <message>
      <source>{node} cannot feed itself: take what it needs from another node.</source>
      <translation>{node} 不能接到自身：请从另一个节点取得它所需的输入。</translation>
    </message>
    <message>
      <source>{node} cannot use {path} ({reason}): check that it exists and may be used.</source>
      <translation>{node} 无法使用 {path}（{reason}）：请检查它是否存在、是否允许使用。</translation>
    </message>
    <message>
      <source>{node} goes to a node, {kind} adds one</source>
      <translation>{node} 前往节点，{kind} 添加节点</translation>
    </message>
    <message>
      <source>{node} got lists of different lengths ({lengths}): make them equally long.</source>
      <translation>{node} 得到了长度不同的列表（{lengths}）：请使它们等长。</translation>
    </message>
    <message>
      <source>{node} has no parameter called {name}: its value is kept in the file but has no effect.</source>
      <translation>{node} 没有名为 {name} 的参数：它的值保留在文件中，但不起作用。</translation>
    </message>
    <message>
      <source>{node} has no {role} called {name}.</source>
      <translation>{node} 没有名为 {name} 的{role}。</translation>
    </message>
    <message>
      <source>{node} lies between the selected nodes: select it too, or fewer of the others.</source>
      <translation>{node} 位于选中的节点之间：请把它也选中，或少选一些。</translation>
    </message>
    <message>
      <source>{node} met an error that nobody foresaw ({kind}: {text}): try other settings, and report it where you got the node.</source>
      <translation>{node} 遇到了未曾预料的错误（{kind}：{text}）：请尝试其他设置，并向节点的提供者报告。</translation>
    </message>
    <message>
      <source>{node} needs a wire into {input}: connect one.</source>
      <translation>{node} 的 {input} 需要连线：请连接一条。</translation>
    </message>
    <message>
      <source>{node} ran out of memory: make the picture or the batch smaller, or close other programs.</source>
      <translation>{node} 内存不足：请减小图片或批次，或关闭其他程序。</translation>
    </message>
    <message>
      <source>{node} says that it needs no device, but asks for it: its node file has a fault.</source>
      <translation>{node} 声明不需要计算设备，却又请求了它：它的节点文件有错误。</translation>
    </message>
    <message>
      <source>{node} should return {expected}, but returned {found}: its node file has a fault.</source>
      <translation>{node} 应返回{expected}，却返回了{found}：它的节点文件有错误。</translation>
    </message>
    <message>
      <source>{node} was made with a newer version of {kind} (schema {found}, here {known}): update its node pack, or check its settings.</source>
      <translation>{node} 由较新版本的 {kind} 创建（schema {found}，此处为 {known}）：请更新它的节点包，或检查它的设置。</translation>
    </message>
    <message>
      <source>{node} was made with an older version of {kind}, and its settings could not be converted ({problem}): they are kept as they were, so check them.</source>
      <translation>{node} 由较旧版本的 {kind} 创建，其设置无法转换（{problem}）：它们原样保留，请检查。</translation>
    </message>
    <message>
      <source>{node}: {end}</source>
      <translation>{node}：{end}</translation>
    </message>
    <message>
      <source>{node}: {parameter}</source>
      <translation>{node}：{parameter}</translation>
    </message>
    <message>
      <source>{node}: {problem}.</source>
      <translation>{node}：{problem}。</translation>
    </message>
    <message>
      <source>{node}: {reasons}</source>
      <translation>{node}：{reasons}</translation>
    </message>
    <message>
      <source>{number} more</source>
      <translation>另外 {number} 项</translation>
    </message>
    <message>
      <source>{others} and {last}</source>
      <translation>{others}以及{last}</translation>
    </message>
    <message>
      <source>{output} gives {source}, but {input} takes {target}: connect what gives {target}.</source>
      <translation>{output} 输出{source}，而 {input} 接受{target}：请连接能输出{target}的端口。</translation>
    </message>
    <message>
      <source>{output} is for {source}, but {input} is for {target}: connect two that fit.</source>
      <translation>{output} 适用于 {source}，而 {input} 适用于 {target}：请连接两个相配的端口。</translation>
    </message>
    <message>
      <source>{parameter} has no values yet: write some, such as {example}.</source>
      <translation>{parameter} 还没有取值：请写一些，如 {example}。</translation>
    </message>
    <message>
      <source>{parameter} must be {expected}, not {value}.</source>
      <translation>{parameter} 必须是{expected}，而不是 {value}。</translation>
    </message>
    <message>
      <source>{parameter} of {node} must be {expected}, not {value}: the node cannot run until this is changed.</source>
      <translation>{node} 的 {parameter} 必须是{expected}，而不是 {value}：更改之前该节点无法运行。</translation>
    </message>
    <message>
      <source>{part} changed</source>
      <translation>{part}有变化</translation>
    </message>
    <message>
      <source>{part} changed from {before} to {after}</source>
      <translation>{part}从 {before} 改为 {after}</translation>
    </message>
    <message>
      <source>{part} ends earlier</source>
      <translation>{part}结束得更早</translation>
    </message>
    <message>
      <source>{part} ends later</source>
      <translation>{part}结束得更晚</translation>
    </message>
    <message>
      <source>{part} is no seed: write whole numbers from 0 to 9223372036854775807, or ranges such as 9-12, with commas between.</source>
      <translation>{part} 不是种子：请写 0 到 9223372036854775807 的整数，或 9-12 这样的范围，以逗号分隔。</translation>
    </message>
    <message>
      <source>{part} starts earlier</source>
      <translation>{part}开始得更早</translation>
    </message>
    <message>
      <source>{part} starts later</source>
      <translation>{part}开始得更晚</translation>
    </message>
    <message>
      <source>{part} was added</source>
      <translation>添加了{part}</translation>
    </message>
    <message>
      <source>{part} was removed</source>
      <translation>移除了{part}</translation>
    </message>
    <message>
      <source>{path} cannot be read ({problem}): check its permissions.</source>
      <translation>{path} 无法读取（{problem}）：请检查它的权限。</translation>
    </message>
    <message>
      <source>{path} cannot be written ({problem}): choose another folder or another format.</source>
      <translation>{path} 无法写入（{problem}）：请选择另一个文件夹或另一种格式。</translation>
    </message>
    <message>
      <source>{path} has more than {most} million pixels, which is too many: make it smaller first.</source>
      <translation>{path} 超过 {most} 百万像素，太大了：请先缩小。</translation>
    </message>
    <message>
      <source>{path} holds no graph: only pictures saved by Latent Loom bring theirs along.</source>
      <translation>{path} 不含工作流：只有 Latent Loom 保存的图片才附带工作流。</translation>
    </message>
    <message>
      <source>{path} is a file, but a model is a folder in the diffusers layout: choose that folder.</source>
      <translation>{path} 是文件，而模型是 diffusers 布局的文件夹：请选择那个文件夹。</translation>
    </message>
    <message>
      <source>{path} is damaged or cut off ({problem}): copy or download it again.</source>
      <translation>{path} 损坏或不完整（{problem}）：请重新复制或下载。</translation>
    </message>
    <message>
      <source>{path} is not a picture that can be read: choose a PNG, JPEG, WebP or TIFF file.</source>
      <translation>{path} 不是可读取的图片：请选择 PNG、JPEG、WebP 或 TIFF 文件。</translation>
    </message>
    <message>
      <source>{path} is not a {kind} in the diffusers layout (it has no {missing}): choose another model, or get the whole folder.</source>
      <translation>{path} 不是 diffusers 布局的{kind}（缺少 {missing}）：请选择另一个模型，或获取完整的文件夹。</translation>
    </message>
    <message>
      <source>{path} is {family}, which is not supported yet: choose a ControlNet for Stable Diffusion 1.</source>
      <translation>{path} 是 {family}，目前还不支持：请选择用于 Stable Diffusion 1 的 ControlNet。</translation>
    </message>
    <message>
      <source>{path} is {family}, which is not supported yet: choose a Stable Diffusion 1 model.</source>
      <translation>{path} 是 {family}，目前还不支持：请选择 Stable Diffusion 1 模型。</translation>
    </message>
    <message>
      <source>{port} from …</source>
      <translation>{port} 来自…</translation>
    </message>
    <message>
      <source>{port} of {node}</source>
      <translation>{node} 的 {port}</translation>
    </message>
    <message>
      <source>{port} to …</source>
      <translation>{port} 连接到…</translation>
    </message>
    <message>
      <source>{problem}: see {program} --help.</source>
      <translation>{problem}：参见 {program} --help。</translation>
    </message>
    <message>
      <source>{rate} it/s</source>
      <translation>{rate} 步/秒</translation>
    </message>
    <message>
      <source>{reasons}</source>
      <translation>{reasons}</translation>
    </message>
    <message>
      <source>{scheduler} cannot work with steps = {steps} here ({reason}): change the steps or the scheduler.</source>
      <translation>{scheduler} 在步数 = {steps} 时无法工作（{reason}）：请更改步数或调度器。</translation>
    </message>
    <message>
      <source>{scheduler} has no {spacing} spacing: choose {others}.</source>
      <translation>{scheduler} 没有 {spacing} 间隔：请选择 {others}。</translation>
    </message>
    <message>
      <source>{sentence}</source>
      <translation>{sentence}</translation>
    </message>
    <message>
      <source>{share:.1%} differ · mean {mean:.1f} · most {largest}</source>
      <translation>{share:.1%} 不同 · 平均 {mean:.1f} · 最大 {largest}</translation>
    </message>
    <message>
      <source>{steps} of {total} steps</source>
      <translation>{steps} 步，共 {total} 步</translation>
    </message>
    <message>
      <source>{target} already feeds {source}: this wire would close a loop.</source>
      <translation>{target} 已经通向 {source}：这条连线会形成环。</translation>
    </message>
    <message>
      <source>{text} is no range: write first:last:count, such as 2:8:4.</source>
      <translation>{text} 不是范围：请写成 起始:结束:数量，如 2:8:4。</translation>
    </message>
    <message>
      <source>{time} a step</source>
      <translation>每步 {time}</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>剩余 {time}</translation>
    </message>
    <message>
      <source>{time} left in all</source>
      <translation>总共剩余 {time}</translation>
    </message>
    <message>
      <source>{title}
Shift+click compares with it</source>
      <translation>{title}
按住 Shift 点击可与它对比</translation>
    </message>
    <message>
      <source>{title} has no meaning in the main graph: open a subgraph and add it there.</source>
      <translation>{title} 在主工作流中没有意义：请打开一个子图并添加到其中。</translation>
    </message>
    <message>
      <source>{title} has no parameter called {name}: {hint}.</source>
      <translation>{title} 没有名为 {name} 的参数：{hint}。</translation>
    </message>
    <message>
      <source>{title} is in slot {slot}.</source>
      <translation>{title} 在槽位 {slot} 中。</translation>
    </message>
    <message>
      <source>{title} is of the kind {kind}, which is not installed: add the node pack that brings it, or delete the node.</source>
      <translation>{title} 的类型 {kind} 没有安装：请添加提供它的节点包，或删除该节点。</translation>
    </message>
    <message>
      <source>{title} stands for a subgraph that is not in this file ({id}): delete the node.</source>
      <translation>{title} 代表的子图不在此文件中（{id}）：请删除该节点。</translation>
    </message>
    <message>
      <source>{title}.{name} must be {expected}, not {given}.</source>
      <translation>{title}.{name} 必须是{expected}，而不是 {given}。</translation>
    </message>
    <message>
      <source>{title}: {count} nodes</source>
      <translation>{title}：{count} 个节点</translation>
    </message>
    <message>
      <source>{type} is not installed.
The node is kept as it is in the file; add the node pack that brings it, or delete the node.</source>
      <translation>没有安装 {type}。
该节点在文件中原样保留；请添加提供它的节点包，或删除该节点。</translation>
    </message>
    <message>
      <source>{when} · seed {seed}</source>
      <translation>{when} · 种子 {seed}</translation>
    </message>
    <message>
      <source>{width} x {height} is no size for a latent: both sides must be multiples of {factor}, such as {fitting}.</source>
      <translation>{width} x {height} 不能作为潜变量的尺寸：两边都必须是 {factor} 的倍数，如 {fitting}。</translation>
    </message>
    <message>
      <source>{words} ({note})</source>
      <translation>{words}（{note}）</translation>
    </message>
  </context>
</TS>
