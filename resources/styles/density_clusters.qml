<!DOCTYPE qgis>
<qgis labelsEnabled="0" styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <renderer-v2 attr="coalesce(&quot;role&quot;, 'noise')" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="1" type="categorizedSymbol">
  <categories>
   <category label="Core point, coloured by cluster" render="true" symbol="0" type="string" uuid="0" value="core" />
   <category label="Border point, outlined by cluster" render="true" symbol="1" type="string" uuid="1" value="border" />
   <category label="In no cluster (noise)" render="true" symbol="2" type="string" uuid="2" value="noise" />
  </categories>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="0" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="2">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="0,141,249,255" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="60,60,60,255" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.05" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="1.8" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="fillColor" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="array_get(array('#ff6e3a', '#008df9', '#e20134', '#8400cd', '#009f81', '#ffb2fd', '#9f0162', '#ffc33b', '#a40122', '#00c2f9'), &quot;CLUSTER_ID&quot; % 10)" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="CASE WHEN @map_scale &gt; 10000000 THEN 0.8 WHEN @map_scale &gt; 2000000 THEN 1.0 ELSE 1.8 END" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="1" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="1">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="0,141,249,255" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.35" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="1.8" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="outlineColor" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="array_get(array('#ff6e3a', '#008df9', '#e20134', '#8400cd', '#009f81', '#ffb2fd', '#9f0162', '#ffc33b', '#a40122', '#00c2f9'), &quot;CLUSTER_ID&quot; % 10)" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="CASE WHEN @map_scale &gt; 10000000 THEN 0.8 WHEN @map_scale &gt; 2000000 THEN 1.0 ELSE 1.8 END" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" frame_rate="10" is_animated="0" name="2" type="marker">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="163,163,163,255" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="35,35,35,255" />
      <Option name="outline_style" type="QString" value="no" />
      <Option name="outline_width" type="QString" value="0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="1.2" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="CASE WHEN @map_scale &gt; 10000000 THEN 0.35 WHEN @map_scale &gt; 2000000 THEN 0.5 ELSE 0.9 END" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <fieldConfiguration>
  <field name="cluster_weight">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="role">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Core" type="QString" value="core" />
       </Option>
       <Option type="Map">
        <Option name="Border" type="QString" value="border" />
       </Option>
       <Option type="Map">
        <Option name="Noise" type="QString" value="noise" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="CLUSTER_ID" index="0" name="Cluster number" />
  <alias field="CLUSTER_SIZE" index="1" name="Points in the cluster" />
  <alias field="cluster_weight" index="2" name="Weight of the cluster" />
  <alias field="role" index="3" name="Role" />
  <alias field="ambiguous" index="4" name="Reached by two or more clusters" />
 </aliases>
 <mapTip enabled="1">&lt;b&gt;[% coalesce("CLUSTER_ID", '–') %]&lt;/b&gt;&lt;table&gt;&lt;tr&gt;&lt;th align='left'&gt;Role&lt;/th&gt;&lt;td&gt;[% represent_value("role") %]&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;th align='left'&gt;Points in the cluster&lt;/th&gt;&lt;td&gt;[% coalesce(format_number("CLUSTER_SIZE", 0), '–') %]&lt;/td&gt;&lt;/tr&gt;&lt;tr&gt;&lt;th align='left'&gt;Weight of the cluster&lt;/th&gt;&lt;td&gt;[% coalesce(format_number("cluster_weight", 2), '–') %]&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</mapTip>
</qgis>
